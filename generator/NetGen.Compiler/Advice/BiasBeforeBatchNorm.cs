using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Advice;

/// <summary>
/// Batch norm takes the mean away, and the bias of the layer before it with that. A frozen one takes away a mean that it has kept.
/// </summary>
internal sealed class BiasBeforeBatchNorm : ILayerAdvice
{
    public void Give(PathStep step)
    {
        if (step is { Layer: BatchNorm, IsFrozen: false } && step.Previous is { Layer.HasBias: true } before)
            before.Report.Add(
                Rules.BiasBeforeBatchNorm, before.Report.Site("Bias"), [new SuggestedFix(FixKind.SetArgument, "Bias = false")],
                before.Report.Name, step.Report.Name);
    }
}
