using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests.Incremental;

/// <summary>A solution with fifty networks: an edit elsewhere does nothing again, an edit of one network does that one again.</summary>
public class SolutionTests
{
    private const int Networks = 50;
    private const string Elsewhere = "public static class Elsewhere { public static int Answer => 42; }";

    [Fact]
    public void An_edit_elsewhere_keeps_all_networks()
    {
        (GeneratorDriver driver, CSharpCompilation compilation) = Generated();
        GeneratorRunResult result = Edited(driver, compilation, Elsewhere, Elsewhere.Replace("42", "43", StringComparison.Ordinal));
        Caching.AssertCached(result);
        Assert.Equal(Networks, Caching.Reasons(result, NetworkGenerator.CompiledStep).Count);
    }

    [Fact]
    public void An_edit_of_one_network_compiles_that_one_alone()
    {
        (GeneratorDriver driver, CSharpCompilation compilation) = Generated();
        GeneratorRunResult result = Edited(driver, compilation, Network(17), Network(17).Replace("ReLU", "Tanh", StringComparison.Ordinal));
        Assert.Single(Caching.Reasons(result, NetworkGenerator.CompiledStep), IncrementalStepRunReason.Modified);
        Assert.Equal(
            Networks - 1,
            Caching.Reasons(result, NetworkGenerator.CompiledStep).Count(reason => reason == IncrementalStepRunReason.Cached));
    }

    private static string Network(int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"[Network, Input(8), Linear({index + 2}), ReLU, Linear(3), CrossEntropy] public partial class Net{index};");

    private static (GeneratorDriver, CSharpCompilation) Generated()
    {
        CSharpCompilation compilation = NetworkSource.Compilation([.. Enumerable.Range(0, Networks).Select(Network), Elsewhere]);
        return (NetworkSource.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken), compilation);
    }

    private static GeneratorRunResult Edited(GeneratorDriver driver, CSharpCompilation compilation, string before, string after)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(candidate => candidate.ToString() == before);
        compilation = compilation.ReplaceSyntaxTree(tree, NetworkSource.Parse(after, tree.FilePath));
        return driver.RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
    }
}
