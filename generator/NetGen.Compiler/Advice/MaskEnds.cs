using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Advice;

/// <summary>Behind a layer that mixes steps, padding has become part of other values.</summary>
internal sealed class MaskEnds : ILayerAdvice
{
    /// <summary>One vector for all steps is mostly what a Flatten is meant to give.</summary>
    private static IEnumerable<SuggestedFix> Fixes(Layer layer) =>
        layer is Flatten ? [new SuggestedFix(FixKind.Replace, "Mean(Axis = 0)")] : [];

    public void Give(PathStep step)
    {
        if (step.IsMasked && step.Layer.MaskRule(step.Input) == MaskRule.Ended)
            step.Report.Add(Rules.MaskEnds, step.Report.AttributeSite, Fixes(step.Layer), step.Report.Name);
    }
}
