using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests;

/// <summary>What the generator keeps between runs: values only, and everything where nothing has changed.</summary>
internal static class Caching
{
    /// <summary>Runs again over an equal compilation that shares nothing with the first, and compares the steps.</summary>
    public static void AssertSecondRunIsCached(GeneratorDriver driver, CSharpCompilation compilation)
    {
        CSharpCompilation again = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(
            compilation.SyntaxTrees.Select(tree => NetworkSource.Parse(tree.ToString(), tree.FilePath)));
        GeneratorRunResult result = driver.RunGenerators(again, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        AssertCached(result);
        foreach (IncrementalGeneratorRunStep step in OwnSteps(result))
            foreach (var (value, _) in step.Outputs)
                AssertHoldsValuesOnly(value, step.Name ?? "", []);
    }

    /// <summary>Nothing was compiled again, and no output is new.</summary>
    public static void AssertCached(GeneratorRunResult result)
    {
        foreach (IncrementalGeneratorRunStep step in OwnSteps(result))
            Assert.All(step.Outputs, output => Assert.True(
                output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step.Name} is {output.Reason}"));
    }

    /// <summary>The steps of this name, by the reasons of their outputs.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> steps)
            ? [.. steps.SelectMany(run => run.Outputs).Select(output => output.Reason)]
            : [];

    private static IEnumerable<IncrementalGeneratorRunStep> OwnSteps(GeneratorRunResult result) =>
        new[] { NetworkGenerator.ReadStep, NetworkGenerator.CompiledStep, NetworkGenerator.BlocksStep, NetworkGenerator.DescriptionsStep }
            .Where(result.TrackedSteps.ContainsKey).SelectMany(name => result.TrackedSteps[name]);

    private static void AssertHoldsValuesOnly(object? node, string step, HashSet<object> visited)
    {
        if (node is null or string || node.GetType().IsPrimitive || node.GetType().IsEnum || !visited.Add(node))
            return;
        Assert.False(
            node is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or Diagnostic or SemanticModel,
            $"{step} keeps a {node.GetType().Name}");
        if (node is IEnumerable items)
            foreach (object? item in items)
                AssertHoldsValuesOnly(item, step, visited);
        foreach (FieldInfo field in node.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            AssertHoldsValuesOnly(field.GetValue(node), step, visited);
    }
}
