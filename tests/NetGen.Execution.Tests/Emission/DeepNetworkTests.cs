using NetGen.Compiler;
using NetGen.Compiler.Emission;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;
using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Emission;

/// <summary>
/// The work of the passes, counted in nodes and operands that they look at, grows as the network does: an editor waits for it. Values that
/// are computed again (a sum, what a normalisation gives) are the dangerous ones, since each user walks through what they come from.
/// </summary>
public class DeepNetworkTests
{
    private const int Blocks = 200;

    /// <summary>
    /// Twice as much, and a quarter for the logarithm with which the arena's plan grows. A pass that looks at all nodes for each would make
    /// it four times.
    /// </summary>
    private const double MostGrowth = 2.5;

    /// <summary>For each kind of block: what comes in, and the block, which is called Body.</summary>
    private static readonly Dictionary<string, (string Input, string Block)> Kinds = new()
    {
        ["Steps"] = (
            "4, 16",
            "[Residual<Norm>, Residual<Path>] "
            + "partial class Body : Block { [LayerNorm] partial class Norm : Block; [LayerNorm, Linear(16)] partial class Path : Block; }"),
        ["Decoders"] = (
            "4, 16",
            "[Residual<Attention>, Residual<FeedForward>] "
            + "partial class Body : Block { [LayerNorm, SelfAttention(Heads = 2, Causal = true)] partial class Attention : Block; "
            + "[LayerNorm, Linear(4 * In), GELU, Linear(In)] partial class FeedForward : Block; }"),
        ["Features"] = ("16", "[Residual<Path>] partial class Body : Block { [Linear(16), ReLU, Linear(16)] partial class Path : Block; }"),
        ["FeaturesWithNorm"] = (
            "16",
            "[Residual<Path>, ReLU] "
            + "partial class Body : Block { [Linear(16), BatchNorm, ReLU, Linear(16), BatchNorm] partial class Path : Block; }"),
        ["Images"] = (
            "4, 3, 3",
            "[Residual<Path>, ReLU] "
            + "partial class Body : Block { [Conv2d(4, 3, Padding = 1, Bias = false), BatchNorm] partial class Path : Block; }"),
        ["Projections"] = (
            "4, 3, 3",
            "[Residual<Path, Projection>, ReLU] partial class Body : Block { [Conv2d(4, 1), BatchNorm, ReLU, Dropout(0.1)] "
            + "partial class Path : Block; [Conv2d(4, 1, Bias = false)] partial class Projection : Block; }"),
        ["Gates"] = (
            "16", "[Multiply<Identity, Gate>, LayerNorm] partial class Body : Block { [Linear(16), Sigmoid] partial class Gate : Block; }"),
        ["Activations"] = ("16", "[Residual<Smooth>] partial class Body : Block { [Tanh, SiLU] partial class Smooth : Block; }"),
        ["Norms"] = ("4, 16", "[LayerNorm] partial class Body : Block;"),
        ["Sums"] = (
            "16",
            "[Sum<Identity, Half, Path>] "
            + "partial class Body : Block { [Softplus] partial class Half : Block; [LayerNorm] partial class Path : Block; }"),
        ["Pools"] = (
            "4, 3, 3",
            "[Residual<Path>] "
            + "partial class Body : Block { [MaxPool2d(3, Stride = 1, Padding = 1), BatchNorm] partial class Path : Block; }"),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Twice_as_many_blocks_are_twice_the_work(string kind)
    {
        (long Visits, long Characters) half = Work(kind, Blocks / 2);
        (long Visits, long Characters) whole = Work(kind, Blocks);
        TestContext.Current.SendDiagnosticMessage(
            $"{kind}: {whole.Visits / Blocks} visits and {whole.Characters / Blocks} characters a block");
        Assert.True(
            whole.Visits < MostGrowth * half.Visits, $"{kind}: {half.Visits} visits for {Blocks / 2} blocks, {whole.Visits} for {Blocks}");
        Assert.True(
            whole.Characters < MostGrowth * half.Characters,
            $"{kind}: {half.Characters} characters for {Blocks / 2} blocks, {whole.Characters} for {Blocks}");
    }

    private static (long Visits, long Characters) Work(string kind, int blocks)
    {
        (string input, string block) = Kinds[kind];
        ShapedNetwork network = NetworkCompilation.Shape("Deep", $"""
            using NetGen;

            [Network, Input({input}), Body(Repeat = {blocks}), MSE]
            public partial class Deep;

            {block}
            """);
        CompiledNetwork compiled = Compiler.Compiler.Plan(network, TestContext.Current.CancellationToken);
        IReadOnlyList<(string HintName, string Text)> files = ClassEmitter.Emit(
            network, compiled.Lowered, compiled.Programs, TestContext.Current.CancellationToken);
        return (compiled.Programs.Sum(program => program.Program.Visits), files.Sum(file => (long)file.Text.Length));
    }
}
