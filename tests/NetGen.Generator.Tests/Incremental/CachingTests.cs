using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests.Incremental;

public class CachingTests
{
    private const string First = """
        [Network, Input(8), Wide(4), Linear(2), CrossEntropy]
        public partial class First;
        """;

    private const string Second = """
        [Network, Input(8), Linear(3), MSE]
        public partial class Second;
        """;

    private const string Wide = """
        [Linear(Width), ReLU]
        public partial class Wide(int width) : Block;
        """;

    [Fact]
    public void An_equal_compilation_keeps_everything() =>
        Caching.AssertSecondRunIsCached(Run(out CSharpCompilation compilation), compilation);

    [Fact]
    public void A_comment_above_a_network_keeps_everything() => Caching.AssertCached(Edit(First, "// What it is for.\n\n" + First));

    [Fact]
    public void Another_class_keeps_everything() =>
        Caching.AssertCached(Edit(Second, Second + "\npublic class Unrelated { public int Width; }"));

    [Fact]
    public void A_layer_compiles_its_network_alone()
    {
        GeneratorRunResult result = Edit(Second, Second.Replace("Linear(3)", "Linear(4)", StringComparison.Ordinal));
        Assert.Equal(
            [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached],
            Caching.Reasons(result, NetworkGenerator.CompiledStep).Order());
    }

    [Fact]
    public void A_block_in_another_file_compiles_the_networks_that_use_it()
    {
        GeneratorRunResult result = Edit(Wide, Wide.Replace("ReLU", "Tanh", StringComparison.Ordinal));
        Assert.Equal(
            [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached],
            Caching.Reasons(result, NetworkGenerator.CompiledStep).Order());
    }

    [Fact]
    public void A_constant_in_another_file_compiles_the_networks_that_use_it()
    {
        const string network = "[Network, Input(8), Linear(Sizes.Hidden)] public partial class Net;";
        const string sizes = "public static class Sizes { public const int Hidden = 4; }";
        CSharpCompilation compilation = NetworkSource.Compilation(network, sizes);
        GeneratorDriver driver = NetworkSource.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        SyntaxTree tree = compilation.SyntaxTrees[2];
        compilation = compilation.ReplaceSyntaxTree(
            tree, NetworkSource.Parse(sizes.Replace("4", "5", StringComparison.Ordinal), tree.FilePath));
        GeneratorRunResult result =
            driver.RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        Assert.Equal([IncrementalStepRunReason.Modified], Caching.Reasons(result, NetworkGenerator.CompiledStep));
    }

    [Fact]
    public void Cancellation_is_honoured()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        CSharpCompilation compilation = NetworkSource.Compilation(First, Second, Wide);
        Assert.ThrowsAny<OperationCanceledException>(
            () => NetworkReading.Read(compilation.GetTypeByMetadataName("First")!, compilation, cancelled.Token));
    }

    private static GeneratorDriver Run(out CSharpCompilation compilation)
    {
        compilation = NetworkSource.Compilation(First, Second, Wide);
        return NetworkSource.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);
    }

    private static GeneratorRunResult Edit(string before, string after)
    {
        GeneratorDriver driver = Run(out CSharpCompilation compilation);
        SyntaxTree tree = compilation.SyntaxTrees.Single(candidate => candidate.ToString() == before);
        compilation = compilation.ReplaceSyntaxTree(tree, NetworkSource.Parse(after, tree.FilePath));
        return driver.RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
    }
}
