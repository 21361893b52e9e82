using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Advice;

/// <summary>A layer that gives what it gets. In a block it may do so for one use and not for another.</summary>
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
