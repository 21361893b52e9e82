using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>The names of tensors in emitted code: conv1Weight, conv1, conv1Gradient, relu2Tap.</summary>
internal sealed class NetworkNames
{
    private readonly Dictionary<Tensor, string> names = [];

    public NetworkNames(Program program)
    {
        var taken = new HashSet<string>();
        foreach (Tensor tensor in program.Nodes)
        {
            string name = Proposed(tensor);
            string unique = name;
            for (int number = 2; !taken.Add(unique); number++)
                unique = name + "_" + number;
            names.Add(tensor, unique);
        }
    }

    public string Of(Tensor tensor) => names[tensor];

    private static string Proposed(Tensor tensor) => tensor switch
    {
        Input input => input.Role switch
        {
            InputRole.Samples => "samples",
            InputRole.Prediction => "prediction",
            InputRole.OutputGradient => "outputGradient",
            InputRole.NamedOutputGradient => CamelCase(tensor.Layer) + "NamedGradient",
            _ => "target",
        },
        Parameter parameter => CamelCase(parameter.Name),
        Product { IsBackward: false } => CamelCase(tensor.Layer) + "Product",
        Convolution { IsBackward: false } => CamelCase(tensor.Layer) + "Window",
        MaxPoolTap => CamelCase(tensor.Layer) + "Tap",
        ProductWeightGradient or ConvolutionWeightGradient or PooledWeightGradient or WinogradWeightGradient => CamelCase(tensor.Layer) + "WeightGradient",
        WinogradTransformedGradient => CamelCase(tensor.Layer) + "TransformedGradient",
        WinogradWeight => CamelCase(tensor.Layer) + "WinogradWeight",
        Move { Shape.IsBatched: false } => CamelCase(tensor.Layer) + "WeightTransposed",
        Move { IsBackward: false } => CamelCase(tensor.Layer) + "Moved",
        _ => CamelCase(tensor.Layer) + (tensor.IsBackward ? "Gradient" : "Output"),
    };

    private static string CamelCase(string name)
    {
        string pascal = GroupNames.PascalCase(name.Length == 0 ? "network" : name);
        return char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
    }
}
