using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Advice;

/// <summary>Trained parameters far above the samples to learn them from, where the data set says how many it has.</summary>
internal static class ManyParameters
{
    /// <summary>
    /// Networks that learn well have up to some hundred parameters a sample (a ResNet-18 on CIFAR-10 has 220); the usual cause of
    /// more is a large image that is flattened before a linear layer.
    /// </summary>
    public const long MostPerSample = 1000;

    public static void Check(DataSetSpec dataSet, ShapedNetwork network, IReadOnlyList<PathStep> steps)
    {
        long trained = network.ParameterCount - network.FrozenCount;
        if (dataSet.Count < 1 || trained / dataSet.Count < MostPerSample)
            return;
        PathStep? largest = steps.OrderByDescending(Parameters).FirstOrDefault();
        if (largest is null)
            return;
        largest.Report.Add(
            Rules.ManyParameters, largest.Report.Site(largest.Layer.WidthArgument ?? ""), Fixes(largest),
            network.Class.Name, network.FrozenCount > 0 ? $"{trained} trained" : trained, trained / dataSet.Count, dataSet.Count,
            dataSet.Name, Parameters(largest), largest.Report.Name);
    }

    private static IEnumerable<SuggestedFix> Fixes(PathStep largest)
    {
        if (largest is { Layer: Linear, Previous: { Layer: Flatten, Input.Kind: ShapeKind.Image } flatten })
            yield return new SuggestedFix(FixKind.InsertBefore, "AdaptiveAvgPool2d(1)", flatten.Report.AttributeSite);
    }

    private static long Parameters(PathStep step) => step.IsFrozen
        ? 0
        : step.Layer.Declare(step.Input).Where(declaration => !declaration.IsStatistic).Sum(declaration => declaration.Count);
}
