using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Language;

/// <summary>Padding that an image is its own source of, beside the examples of PyTorch's ReflectionPad2d and its kin.</summary>
public class PaddingModeTests
{
    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile(
        "PaddingModes", new[] { "reflect", "replicate", "circular" }.Select(mode => (ClassOf(mode), $"""
            using NetGen;

            [Network, Input(1, 2, 3), Conv2d(1, 1, PaddingHeight = 1, PaddingWidth = 2, Bias = false, PaddingMode = "{mode}")]
            public partial class {ClassOf(mode)};
            """))));

    public static TheoryData<int> Widths => VectorWidths.Data;

    [Theory, MemberData(nameof(Widths))]
    public void Reflect_mirrors_at_the_edge(int lanes) => Check("reflect", lanes, "6545654 3212321 6545654 3212321", "464464");

    [Theory, MemberData(nameof(Widths))]
    public void Replicate_repeats_the_edge(int lanes) => Check("replicate", lanes, "1112333 1112333 4445666 4445666", "626626");

    [Theory, MemberData(nameof(Widths))]
    public void Circular_goes_on_from_the_other_side(int lanes) => Check("circular", lanes, "5645645 2312312 5645645 2312312", "464464");

    /// <summary>A window of one pixel that weighs 1 shows the padded image, and its gradient how often each pixel stands in it.</summary>
    private static void Check(string mode, int lanes, string padded, string counts)
    {
        Network network = Compiled.Value.Create(ClassOf(mode), lanes);
        network.Parameters[0].CopyFrom([1]);
        float[] expected = Digits(padded);
        var pass = new TrainingPass(network, 3, Workers.Single, lossOfIndices: false);
        PassResult result = pass.Run(new PassInput(1, [1, 2, 3, 4, 5, 6], [.. expected.Select(_ => 1f)], null, null));
        Assert.Equal(expected, result.Output);
        Assert.Equal(expected, network.Predict([1, 2, 3, 4, 5, 6]));
        Assert.Equal(Digits(counts), result.InputGradient);
    }

    private static string ClassOf(string mode) => char.ToUpperInvariant(mode[0]) + mode[1..];

    private static float[] Digits(string text) => [.. text.Where(char.IsDigit).Select(digit => (float)(digit - '0'))];
}
