using System.Text;

namespace NetGen.Generator.Benchmarks;

/// <summary>The networks that are compiled, as a user writes them, each in a file of its own.</summary>
internal static class NetworkSources
{
    private const string LeNet = """
        [Network]
        [Input(1, 28, 28)]
        [Conv2d(6, 5, Padding = 2), ReLU, MaxPool2d(2)]
        [Conv2d(16, 5), ReLU, MaxPool2d(2)]
        [Flatten]
        [Linear(120), ReLU]
        [Linear(84), ReLU]
        [Linear(10)]
        [CrossEntropy]
        public partial class Model;
        """;

    private const string MnistCnn = """
        [Network]
        [Input(1, 28, 28)]
        [Conv2d(32, 3), ReLU]
        [Conv2d(64, 3), ReLU, MaxPool2d(2), Dropout(0.25)]
        [Flatten]
        [Linear(128), ReLU, Dropout(0.5)]
        [Linear(10)]
        [CrossEntropy]
        public partial class Model;
        """;

    /// <summary>He et al., 2015: a ResNet-18 for images of 3×224×224.</summary>
    private const string ResNet18 = """
        [Network]
        [Input(3, 224, 224)]
        [Conv2d(64, 7, Stride = 2, Padding = 3, Bias = false), BatchNorm, ReLU, MaxPool2d(3, Stride = 2, Padding = 1)]
        [Basic(64, Repeat = 2), Down(128), Basic(128), Down(256), Basic(256), Down(512), Basic(512)]
        [AdaptiveAvgPool2d(1), Flatten, Linear(10)]
        [CrossEntropy]
        public partial class Model;

        [Residual<Path>, ReLU]
        public partial class Basic(int width) : Block
        {
            [Conv2d(Width, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2d(Width, 3, Padding = 1, Bias = false), BatchNorm]
            partial class Path : Block;
        }

        [Residual<Path, Projection>, ReLU]
        public partial class Down(int width) : Block
        {
            [Conv2d(Width, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU,
                Conv2d(Width, 3, Padding = 1, Bias = false), BatchNorm]
            partial class Path : Block;

            [Conv2d(Width, 1, Stride = 2, Bias = false), BatchNorm]
            partial class Projection : Block;
        }
        """;

    /// <summary>Sandler et al., 2018: a MobileNetV2 for images of 3×224×224.</summary>
    private const string MobileNetV2 = """
        [Network]
        [Input(3, 224, 224)]
        [Conv2d(32, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU6]
        [Conv2d(32, 3, Padding = 1, Groups = 32, Bias = false), BatchNorm, ReLU6, Conv2d(16, 1, Bias = false), BatchNorm]
        [Inverted(96, 24, 2), Same(144, 24), Inverted(144, 32, 2), Same(192, 32), Same(192, 32)]
        [Inverted(192, 64, 2), Same(384, 64), Same(384, 64), Same(384, 64), Inverted(384, 96, 1), Same(576, 96), Same(576, 96)]
        [Inverted(576, 160, 2), Same(960, 160), Same(960, 160), Inverted(960, 320, 1)]
        [Conv2d(1280, 1, Bias = false), BatchNorm, ReLU6, AdaptiveAvgPool2d(1), Flatten, Dropout(0.2), Linear(10)]
        [CrossEntropy]
        public partial class Model;

        [Conv2d(Wide, 1, Bias = false), BatchNorm, ReLU6]
        [Conv2d(Wide, 3, Stride = Stride, Padding = 1, Groups = Wide, Bias = false), BatchNorm, ReLU6]
        [Conv2d(Narrow, 1, Bias = false), BatchNorm]
        public partial class Inverted(int wide, int narrow, int stride) : Block;

        [Residual<Path>]
        public partial class Same(int wide, int narrow) : Block
        {
            [Inverted(Wide, Narrow, 1)]
            partial class Path : Block;
        }
        """;

    /// <summary>Nine blocks of four branches, as GoogLeNet has them (Szegedy et al., 2014).</summary>
    private const string Inception = """
        [Network]
        [Input(3, 64, 64)]
        [Conv2d(64, 3, Padding = 1), ReLU, MaxPool2d(2)]
        [Branches(64, 96, 128, 16, 32, 32), Branches(128, 128, 192, 32, 96, 64), MaxPool2d(2)]
        [Branches(192, 96, 208, 16, 48, 64), Branches(160, 112, 224, 24, 64, 64), Branches(128, 128, 256, 24, 64, 64)]
        [Branches(112, 144, 288, 32, 64, 64), Branches(256, 160, 320, 32, 128, 128), MaxPool2d(2)]
        [Branches(256, 160, 320, 32, 128, 128), Branches(384, 192, 384, 48, 128, 128)]
        [AdaptiveAvgPool2d(1), Flatten, Dropout(0.4), Linear(10)]
        [CrossEntropy]
        public partial class Model;

        [Concat<ByOne, ByThree, ByFive, ByPool>]
        public partial class Branches(int one, int reduceThree, int three, int reduceFive, int five, int pooled) : Block
        {
            [Conv2d(One, 1), ReLU]
            partial class ByOne : Block;

            [Conv2d(ReduceThree, 1), ReLU, Conv2d(Three, 3, Padding = 1), ReLU]
            partial class ByThree : Block;

            [Conv2d(ReduceFive, 1), ReLU, Conv2d(Five, 5, Padding = 2), ReLU]
            partial class ByFive : Block;

            [MaxPool2d(3, Stride = 1, Padding = 1), Conv2d(Pooled, 1), ReLU]
            partial class ByPool : Block;
        }
        """;

    /// <summary>Huang et al., 2016: a DenseNet of 40 layers for images of 3×32×32, each of which adds twelve channels.</summary>
    private const string DenseNet40 = """
        [Network]
        [Input(3, 32, 32)]
        [Conv2d(16, 3, Padding = 1, Bias = false)]
        [Dense(Repeat = 12), BatchNorm, ReLU, Conv2d(160, 1, Bias = false), AvgPool2d(2)]
        [Dense(Repeat = 12), BatchNorm, ReLU, Conv2d(304, 1, Bias = false), AvgPool2d(2)]
        [Dense(Repeat = 12), BatchNorm, ReLU, AdaptiveAvgPool2d(1), Flatten, Linear(10)]
        [CrossEntropy]
        public partial class Model;

        [Concat<Identity, Path>]
        public partial class Dense : Block
        {
            [BatchNorm, ReLU, Conv2d(12, 3, Padding = 1, Bias = false)]
            partial class Path : Block;
        }
        """;

    /// <summary>Radford et al., 2019: a language model of twelve decoder blocks, 768 wide, over 64 characters.</summary>
    private const string Gpt12 = """
        [Network]
        [Input(64)]
        [Embedding(65, 768), PositionEmbedding]
        [Decoder(heads: 12, Repeat = 12)]
        [LayerNorm, Linear(65, Bias = false)]
        [CrossEntropy]
        public partial class Model;

        [Residual<Attention>, Residual<FeedForward>]
        public partial class Decoder(int heads) : Block
        {
            [LayerNorm, SelfAttention(Heads = Heads, Causal = true)]
            partial class Attention : Block;

            [LayerNorm, Linear(4 * In), GELU, Linear(In)]
            partial class FeedForward : Block;
        }
        """;

    private static readonly Dictionary<string, string> Sources = new()
    {
        ["lenet"] = LeNet,
        ["mnist-cnn"] = MnistCnn,
        ["resnet-18"] = ResNet18,
        ["100-layers"] = HundredLayers(),
        ["mobilenet-v2"] = MobileNetV2,
        ["inception"] = Inception,
        ["densenet-40"] = DenseNet40,
        ["gpt-12"] = Gpt12,
    };

    public static string[] Names => [.. Sources.Keys];

    /// <summary>The file of this network.</summary>
    public static string Named(string name) => "using NetGen;\n\nnamespace Models;\n\n" + Sources[name] + "\n";

    /// <summary>A file of the same project that has nothing to do with the network, once for each number.</summary>
    public static string Elsewhere(int number) => $$"""
        namespace Models;

        public static class Elsewhere
        {
            public static int Number() => {{number}};
        }
        """;

    /// <summary>The network's file with a comment that changes nothing of what it states.</summary>
    public static string WithComment(string source, int number) => $"// {number}\n{source}";

    /// <summary>The network's file with another width of its last layer.</summary>
    public static string WithEdit(string source, int number) =>
        source.Replace("Linear(10)", $"Linear({10 + number})", StringComparison.Ordinal);

    // Three stages of thirty layers and a pool, and seven layers at the end.
    private static string HundredLayers()
    {
        var source = new StringBuilder("[Network]\n[Input(3, 32, 32)]\n");
        foreach (int channels in (int[])[16, 32, 64])
        {
            for (int layer = 0; layer < 10; layer++)
                source.Append($"[Conv2d({channels}, 3, Padding = 1), BatchNorm, ReLU]\n");
            source.Append("[MaxPool2d(2)]\n");
        }

        return source
            .Append("[AdaptiveAvgPool2d(1), Flatten]\n[Linear(64), BatchNorm, ReLU, Dropout(0.5)]\n")
            .Append("[Linear(10)]\n[CrossEntropy]\npublic partial class Model;")
            .ToString();
    }
}
