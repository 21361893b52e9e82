using System.Text;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion;

/// <summary>Names the emitted methods after the layers that they compute: Conv2d1ReLU1Forward, Linear2WeightGradient.</summary>
internal static class GroupNames
{
    private const int MostLayersInName = 4;

    /// <param name="groups">The groups of one program.</param>
    /// <param name="program">The program. What it does is the end of its methods' names: Predict, Forward.</param>
    /// <param name="taken">Names of other programs' groups; gets these.</param>
    public static void Assign(IReadOnlyList<FusedGroup> groups, Program program, HashSet<string> taken) =>
        Assign(groups, program.ForwardName, taken);

    /// <summary>Names chains after their first and last groups, which have names. A layer may be called like a chain.</summary>
    /// <param name="chains">The chains of one program.</param>
    /// <param name="taken">Names of groups, and of other programs' chains; gets these.</param>
    public static void Assign(IReadOnlyList<Chain> chains, HashSet<string> taken)
    {
        foreach (Chain chain in chains)
            chain.Name = chain.IsSingle
                ? chain.Groups[0].Name : Unique($"{chain.Groups[0].Name}To{chain.Groups[chain.Groups.Count - 1].Name}", taken);
    }

    /// <summary>What the kinds of the layers make, of whatever number and in whatever block: Conv2dRelu, Conv2dInputGradient.</summary>
    public static string OfKind(FusedGroup group) => Layers(LayersOfName(group).Select(Kind).ToArray()) + group.Purpose;

    /// <summary>The kind of a layer that its name tells: layer2.0.conv1 → conv, conv2d12 → conv2d.</summary>
    public static string Kind(string layer)
    {
        string own = layer.Substring(layer.LastIndexOf('.') + 1);
        string kind = own.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '_');
        return kind.Length == 0 ? "layer" : kind;
    }

    private static void Assign(IReadOnlyList<FusedGroup> groups, string program, HashSet<string> taken)
    {
        foreach (FusedGroup group in groups)
        {
            group.Purpose = Purpose(group);
            group.Name = Unique(Layers(LayersOfName(group)) + group.Purpose + End(group, program), taken);
        }
    }

    private static string Unique(string name, HashSet<string> taken)
    {
        string unique = name;
        for (int number = 2; !taken.Add(unique); number++)
            unique = name + "_" + number;
        return unique;
    }

    private static IReadOnlyList<string> LayersOfName(FusedGroup group) =>
        group.Anchor is { } anchor && group.IsBackward ? [anchor.Layer] : group.Layers;

    private static string Layers(IReadOnlyList<string> layers)
    {
        if (layers.Count > MostLayersInName)
            return PascalCase(layers[0]) + "To" + PascalCase(WithinBlock(layers[layers.Count - 1], layers[0]));
        return layers.Count == 0
            ? "Network"
            : string.Concat(layers.Select((layer, index) => PascalCase(index == 0 ? layer : WithinBlock(layer, layers[index - 1]))));
    }

    /// <summary>
    /// A layer's name without the path of the block that the layer before is in too: basic1.conv1, basic1.relu1 → Basic1_Conv1Relu1.
    /// </summary>
    private static string WithinBlock(string layer, string before)
    {
        string path = layer.Substring(0, layer.LastIndexOf('.') + 1);
        return path.Length > 0 && before.StartsWith(path, StringComparison.Ordinal) && before.IndexOf('.', path.Length) < 0
            ? layer.Substring(path.Length)
            : layer;
    }

    /// <summary>What a group is for, where that is not its forward pass.</summary>
    private static string Purpose(FusedGroup group) => group.Anchor switch
    {
        Product or TransposedProduct or Convolution or SparseInputGradient or PolyphaseConvolution when group.IsBackward => "InputGradient",
        ProductWeightGradient or ConvolutionWeightGradient or SparseWeightGradient or WinogradWeightGradient => "WeightGradient",
        WinogradTransformedGradient => "TransformedGradient",
        WinogradWeight => "WinogradWeight",
        BatchSum when group.IsBackward => "BatchSum",
        Move move when !move.Shape.IsBatched => "WeightTransposed",
        _ => group.IsBackward ? "Backward" : "",
    };

    /// <summary>The end that tells the methods of one purpose apart.</summary>
    private static string End(FusedGroup group, string program) => group.Anchor is WinogradWeight
        ? group.IsBackward ? "Backward" : program
        : group.Purpose.Length == 0 ? program : "";

    /// <summary>layer2.0.conv1 → Layer2_0_Conv1; relu6_1 → Relu6_1; 1x1, which C# cannot begin a name with, → _1x1.</summary>
    internal static string PascalCase(string layer)
    {
        var text = new StringBuilder(layer.Length > 0 && char.IsDigit(layer[0]) ? "_" : "");
        bool upper = true;
        foreach (char letter in layer)
        {
            if (letter == '.')
            {
                text.Append('_');
                upper = true;
                continue;
            }

            text.Append(upper ? char.ToUpperInvariant(letter) : letter);
            upper = false;
        }

        return text.ToString();
    }
}
