using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Advice;

/// <summary>
/// A window that moves on by more than it spans sees only a part of its input. A 1×1 window with a stride is a projection's.
/// </summary>
internal sealed class WideStride : ILayerAdvice
{
    public void Give(PathStep step)
    {
        (WindowAxis Height, WindowAxis Width)? window = step.Layer switch
        {
            Conv2d layer => (layer.Height, layer.Width),
            MaxPool2d layer => (layer.Height, layer.Width),
            AvgPool2d layer => (layer.Height, layer.Width),
            _ => null,
        };
        if (window is not { } axes || (axes.Height.Kernel == 1 && axes.Width.Kernel == 1))
            return;
        (WindowAxis axis, string side, string rows) = axes.Height.Stride > axes.Height.Span
            ? (axes.Height, "StrideHeight", "rows")
            : (axes.Width, "StrideWidth", "columns");
        if (axis.Stride <= axis.Span)
            return;
        int site = step.Report.Site(side, "Stride");
        step.Report.Add(
            Rules.WideStride, site, [SuggestedFix.Size(axis.Span)], step.Report.Name, axis.Stride - axis.Span, axis.Stride,
                rows, axis.Span);
    }
}
