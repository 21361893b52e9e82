using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Advice;

/// <summary>A layer without effect. In a block it may have none in one use and one in another.</summary>
internal sealed class LayerWithoutEffect : ILayerAdvice
{
    public void Give(PathStep step)
    {
        if (step.Report.IsInBlock || step.Layer.WithoutEffect(step.Input, step.Output) is not { } reason)
            return;
        step.Report.Add(
            Rules.LayerWithoutEffect, step.Report.AttributeSite, [new SuggestedFix(FixKind.Remove, "")], step.Report.Name, reason);
    }
}
