using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Advice;

/// <summary>A layer that gives what it gets. In a block it may do so for one use and not for another.</summary>
internal sealed class LayerWithoutEffect : ILayerAdvice
{
    public void Give(PathStep step)
    {
        if (step.Report.IsInBlock || Reason(step) is not { } reason)
            return;
        step.Report.Add(
            Rules.LayerWithoutEffect, step.Report.AttributeSite, [new Remedy(RemedyKind.Remove, "")], step.Report.Name, reason);
    }

    private static string? Reason(PathStep step) => step.Layer switch
    {
        Dropout { Probability: 0 } => "its probability is 0",
        MaxPool2d { Height: var height, Width: var width } when IsPoint(height) && IsPoint(width) => "its window is one pixel",
        AvgPool2d { Height: var height, Width: var width, DivisorOverride: null } when IsPoint(height) && IsPoint(width) => "its window is one pixel",
        AdaptiveAvgPool2d when step.Input == step.Output => $"{step.Input} comes in already",
        Upsample { Height.Factor: 1, Width.Factor: 1 } when step.Input == step.Output => $"{step.Input} comes in already",
        Flatten or Reshape when step.Input == step.Output => $"{step.Input} comes in already",
        _ => null,
    };

    private static bool IsPoint(WindowAxis axis) => axis is { Kernel: 1, Stride: 1, Padding: 0 };
}
