using System.Globalization;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>The options that convolutions and poolings over signals share: how they are read, checked and reported.</summary>
internal static class SignalWindow
{
    /// <summary>The axis of an image of one row that the windows of a signal do not move along.</summary>
    public static WindowAxis Row { get; } = new(1, 1, 0);

    /// <summary>Kernel, stride, padding and dilation; the kernel by its position.</summary>
    public static WindowAxis Read(AttributeValues values, int position, bool strideIsKernel)
    {
        int kernel = values.Size(position, "kernelSize");
        return new WindowAxis(
            kernel, values.Size("Stride", strideIsKernel ? kernel : 1), values.Padding("Padding", 0), values.Size("Dilation", 1),
            values.Flag("CeilMode", false));
    }

    /// <summary>PyTorch pads a pooling window by at most half of it, so that no window holds padding alone.</summary>
    public static void RequireHalfPadding(AttributeValues values, WindowAxis length)
    {
        if (!length.IsSame && length.Padding > length.Kernel / 2)
            values.Wrong(
                "Padding", length.Padding, $"it is at most half of the window, {length.Kernel / 2}",
                (length.Kernel / 2).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The signal that comes out, with as many channels as given, or null where the window is too large.</summary>
    public static Shape? InferShape(Shape input, WindowAxis length, long channels, bool isPooling, LayerReport report)
    {
        long size = input[1];
        if (!length.Fits(size))
        {
            IEnumerable<SuggestedFix> smaller = length.Dilation == 1 && (!isPooling || length.Padding == 0)
                ? [SuggestedFix.Size(length.Padded(size), report.Site("kernelSize"))]
                : [];
            report.WindowTooLarge(
                length.Span, "length", size, length.PaddingBefore(size) + length.PaddingAfter(size),
                "Use a smaller window, more padding or a longer input.", smaller);
            return null;
        }

        if (length.Dropped(size) is > 0 and var dropped)
            report.RowsDropped(
                isPooling, dropped == 1 ? "value" : $"{dropped} values", $"{size} values", length.Span, length.Stride,
                isPooling ? "CeilMode = true keeps them." : "Padding keeps them.",
                isPooling ? [new SuggestedFix(FixKind.SetArgument, "CeilMode = true")] : []);
        return Shape.Signal(channels, length.Output(size));
    }

    /// <summary>The windows of a pooling layer along the length.</summary>
    public static PoolAxis PoolAxis(WindowAxis length, Expr signal) => WindowOptions.PoolAxis(length, signal.Shape[0]);

    /// <summary>The windows along the one row of an image.</summary>
    public static PoolAxis PoolAxisOfRow => WindowOptions.PoolAxis(Row, 1);

    /// <summary>The padding on both sides of a signal.</summary>
    public static (int Before, int After) PaddingOf(WindowAxis length, Expr signal) =>
        ((int)length.PaddingBefore(signal.Shape[0]), (int)length.PaddingAfter(signal.Shape[0]));
}
