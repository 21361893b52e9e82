using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Advice;

/// <summary>Behind a layer that mixes steps, padding has become part of other values.</summary>
internal sealed class MaskEnds : ILayerAdvice
{
    public void Give(PathStep step)
    {
        if (step.IsMasked && step.Layer.MaskRule(step.Input) == MaskRule.Ended)
            step.Report.Add(Rules.MaskEnds, step.Report.AttributeSite, [], step.Report.Name);
    }
}
