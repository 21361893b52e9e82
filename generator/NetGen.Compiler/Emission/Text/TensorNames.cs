using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// The names of tensors within a method: conv1_Weight, conv1Output, conv1Gradient. A layer in a block has its name there.
/// </summary>
internal static class TensorNames
{
    public static string Of(Tensor tensor) => tensor switch
    {
        Input input => input.Role switch
        {
            InputRole.Samples => "samples",
            InputRole.Prediction => "prediction",
            InputRole.OutputGradient => "outputGradient",
            InputRole.NamedOutputGradient => Layer(tensor) + "NamedGradient",
            InputRole.AddedLoss => "addedLoss",
            InputRole.AddedLossGradient => "addedLossGradient",
            _ => "target",
        },
        { RoleInLayer: { } role } => Layer(tensor) + role,
        Parameter parameter => CamelCase(Last(parameter.Name, 2)),
        Product { IsBackward: false } => Layer(tensor) + "Product",
        Convolution { IsBackward: false } => Layer(tensor) + "Window",
        MaxPoolArgmax => Layer(tensor) + "Argmax",
        AttentionLogSum => Layer(tensor) + "LogSum",
        ProductWeightGradient or ConvolutionWeightGradient or SparseWeightGradient or WinogradWeightGradient =>
            Layer(tensor) + "WeightGradient",
        WinogradTransformedGradient => Layer(tensor) + "TransformedGradient",
        WinogradWeight => Layer(tensor) + "WinogradWeight",
        Move { Shape.IsBatched: false } => Layer(tensor) + "WeightTransposed",
        Move { IsBackward: false } => Layer(tensor) + "Moved",
        Reduce { Reduction: ReduceOperator.Sum } => Layer(tensor) + (tensor.IsBackward ? "GradientSum" : "Sum"),
        _ => Layer(tensor) + (tensor.IsBackward ? "Gradient" : "Output"),
    };

    /// <summary>The same with the whole path of the layer, where two layers are called alike in their blocks.</summary>
    public static string WithPath(Tensor tensor)
    {
        string name = Of(tensor), layer = Layer(tensor);
        return tensor is not Parameter && name.StartsWith(layer, StringComparison.Ordinal)
            ? CamelCase(tensor.Layer) + name.Substring(layer.Length)
            : name;
    }

    /// <summary>The same with the kind of the layer in its place: conv2d_Weight, conv2dOutput.</summary>
    public static string OfKind(Tensor tensor)
    {
        string name = Of(tensor), layer = Layer(tensor);
        if (tensor is Parameter parameter)
        {
            int end = parameter.Name.LastIndexOf('.');
            return end < 0 ? name : CamelCase(GroupNames.Kind(parameter.Name.Substring(0, end)) + parameter.Name.Substring(end));
        }

        return name.StartsWith(layer, StringComparison.Ordinal)
            ? CamelCase(GroupNames.Kind(tensor.Layer.Length == 0 ? layer : tensor.Layer)) + name.Substring(layer.Length)
            : name;
    }

    /// <summary>How names begin that are made of a layer's, and of that of its kind: conv2d12, conv2d.</summary>
    public static (string Name, string Kind) LayerAndKind(string layer) => (CamelCase(Last(layer, 1)), CamelCase(GroupNames.Kind(layer)));

    private static string Layer(Tensor tensor) => CamelCase(Last(tensor.Layer, 1));

    /// <summary>The last parts of a path: block1.path.conv1.weight.</summary>
    private static string Last(string path, int parts)
    {
        string[] all = path.Split('.');
        return all.Length <= parts ? path : string.Join(".", all.Skip(all.Length - parts));
    }

    private static string CamelCase(string name)
    {
        string pascal = GroupNames.PascalCase(name.Length == 0 ? "network" : name);
        return char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
    }
}
