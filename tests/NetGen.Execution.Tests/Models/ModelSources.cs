using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Models;

/// <summary>The networks of the benchmark and of the documentation, as a user writes them.</summary>
internal static class ModelSources
{
    public const string Mlp = """
        using NetGen;

        namespace Models;

        [Network]
        [Input(784)]
        [Linear(128), ReLU]
        [Linear(10)]
        [CrossEntropy]
        public partial class Mlp;
        """;

    /// <summary>A matrix large enough that the way back goes through it once.</summary>
    public const string WideMlp = """
        using NetGen;

        namespace Models;

        [Network]
        [Input(20)]
        [Linear(450), ReLU]
        [Linear(300), ReLU]
        [Linear(10)]
        [CrossEntropy]
        public partial class WideMlp;
        """;

    public const string LeNet = """
        using NetGen;

        namespace Models;

        [Network]
        [Input(1, 28, 28)]
        [Conv2d(6, 5, Padding = 2, Name = "conv1"), ReLU, MaxPool2d(2)]
        [Conv2d(16, 5, Name = "conv2"), ReLU, MaxPool2d(2)]
        [Flatten]
        [Linear(120, Name = "fc1"), ReLU]
        [Linear(84, Name = "fc2"), ReLU]
        [Linear(10, Name = "fc3")]
        [CrossEntropy]
        public partial class LeNet;
        """;

    public const string MnistCnn = """
        using NetGen;

        namespace Models;

        [Network]
        [Input(1, 28, 28)]
        [Conv2d(32, 3), ReLU]
        [Conv2d(64, 3), ReLU, MaxPool2d(2), Dropout(0.25)]
        [Flatten]
        [Linear(128), ReLU, Dropout(0.5)]
        [Linear(10)]
        [CrossEntropy]
        public partial class MnistCnn;
        """;

    public const string ResNet8 = """
        using NetGen;

        namespace Models;

        [Residual<Path, Projection>, ReLU]
        public partial class BasicBlock(int width, int stride = 1) : Block
        {
            [Conv2d(Width, 3, Stride = Stride, Padding = 1, Bias = false), BatchNorm, ReLU]
            [Conv2d(Width, 3, Padding = 1, Bias = false), BatchNorm]
            partial class Path : Block;

            [Conv2d(Width, 1, Stride = Stride, Bias = false), BatchNorm]
            partial class Projection : Block;
        }

        [Network]
        [Input(3, 32, 32)]
        [Conv2d(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
        [BasicBlock(16), BasicBlock(32, stride: 2), BasicBlock(64, stride: 2)]
        [AdaptiveAvgPool2d(1), Flatten, Linear(10)]
        [CrossEntropy]
        public partial class ResNet8;
        """;

    /// <summary>Winograd's algorithm forward and backward, with tiles that overlap, a pool and dropout.</summary>
    public const string WinogradCnn = """
        using NetGen;

        namespace Models;

        [Network]
        [Input(16, 13, 13)]
        [Conv2d(32, 3), ReLU]
        [Conv2d(32, 3, Padding = 1), ReLU, MaxPool2d(2), Dropout(0.25)]
        [Flatten, Linear(10)]
        [CrossEntropy]
        public partial class WinogradCnn;
        """;

    public const string TextbookPool = """
        using NetGen;

        namespace Models;

        [Network]
        [Input(1, 4, 4)]
        [MaxPool2d(2)]
        public partial class TextbookPool;
        """;

    /// <summary>One layer for each form that a kernel can have, forward and backward.</summary>
    public const string AllForms = """
        using NetGen;

        namespace Models;

        [Network]
        [Input(3, 20, 22)]
        [Conv2d(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
        [Conv2d(70, 3, Padding = 1), ReLU, MaxPool2d(2), Dropout(0.25)]
        [Conv2d(48, 1), SiLU]
        [Conv2d(32, 3, Stride = 2, Padding = 1), ReLU]
        [Conv2d(32, 3, Padding = 1, Groups = 32), ReLU, AvgPool2d(2, Stride = 1)]
        [Conv2d(24, 3, Padding = Pad.Same, Groups = 4), LayerNorm, GELU, MaxPool2d(3, Stride = 1)]
        [Flatten, Linear(200), ReLU, Dropout(0.5)]
        [Linear(10)]
        [CrossEntropy]
        public partial class AllForms;
        """;

    private static readonly Lazy<CompiledNetworks> Networks = new(() => NetworkCompilation.Compile(
        "Models",
        [
            ("Mlp", Mlp), ("WideMlp", WideMlp), ("LeNet", LeNet), ("MnistCnn", MnistCnn), ("ResNet8", ResNet8),
            ("WinogradCnn", WinogradCnn), ("AllForms", AllForms), ("TextbookPool", TextbookPool),
        ]));

    public static CompiledNetworks Compiled => Networks.Value;

    public static Network Create(string name, int lanes, int seed = 0) => Compiled.Create("Models." + name, lanes, seed);

    /// <summary>Numbers from -1 to 1 that look random.</summary>
    public static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }

    /// <summary>Class indices below ten.</summary>
    public static int[] Digits(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(10))];
    }
}
