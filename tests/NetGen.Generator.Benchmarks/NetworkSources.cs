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

    private static readonly Dictionary<string, string> Sources = new()
    {
        ["lenet"] = LeNet,
        ["mnist-cnn"] = MnistCnn,
        ["100-layers"] = HundredLayers(),
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
    public static string WithEdit(string source, int number) => source.Replace("Linear(10)", $"Linear({10 + number})", StringComparison.Ordinal);

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

        return source.Append("[AdaptiveAvgPool2d(1), Flatten]\n[Linear(64), BatchNorm, ReLU, Dropout(0.5)]\n[Linear(10)]\n[CrossEntropy]\npublic partial class Model;").ToString();
    }
}
