using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Advice;

/// <summary>Two activations with nothing between them that computes.</summary>
internal sealed class TwoActivations : ILayerAdvice
{
    public void Give(PathStep step)
    {
        if (step.Layer.IsActivation && step.Before() is { Layer.IsActivation: true } before)
            step.Report.Add(
                Rules.TwoActivations, step.Report.AttributeSite, [new SuggestedFix(FixKind.Remove, "")], step.Report.Name,
                    before.Report.Name);
    }
}
