using System.Globalization;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>The options that convolutions and poolings over images share: how they are read, checked and reported.</summary>
internal static class WindowOptions
{
    /// <summary>Kernel, stride, padding and dilation; the kernel by position from <paramref name="position"/> on.</summary>
    public static (WindowAxis Height, WindowAxis Width) Read(AttributeValues values, int position, bool strideIsKernel)
    {
        bool isRectangle = values.PositionalCount > position + 1 || values.Has("kernelHeight") || values.Has("kernelWidth");
        int kernelHeight = values.Size(position, isRectangle ? "kernelHeight" : "kernelSize");
        int kernelWidth = isRectangle ? values.Size(position + 1, "kernelWidth") : kernelHeight;
        bool ceilMode = values.Flag("CeilMode", false);
        return (Axis("Height", kernelHeight), Axis("Width", kernelWidth));

        WindowAxis Axis(string side, int kernel) => new(
            kernel,
            values.Size("Stride" + side, values.Size("Stride", strideIsKernel ? kernel : 1)),
            values.Padding("Padding" + side, values.Padding("Padding", 0)),
            values.Size("Dilation" + side, values.Size("Dilation", 1)),
            ceilMode);
    }

    /// <summary>PyTorch pads a pooling window by at most half of it, so that no window holds padding alone.</summary>
    public static void RequireHalfPadding(AttributeValues values, WindowAxis height, WindowAxis width)
    {
        Check(height, "PaddingHeight");
        Check(width, "PaddingWidth");

        void Check(WindowAxis axis, string name)
        {
            if (!axis.IsSame && axis.Padding > axis.Kernel / 2)
                values.Wrong(
                    values.Has(name) ? name : "Padding", axis.Padding, $"it is at most half of the window, {axis.Kernel / 2}",
                    (axis.Kernel / 2).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The image that comes out, with as many channels as given, or null where the window is too large.</summary>
    public static Shape? InferShape(
        Shape input, WindowAxis height, WindowAxis width, long channels, bool isPooling, LayerReport report)
    {
        bool fits = Fits(height, input.Height, "height") & Fits(width, input.Width, "width");
        if (!fits)
            return null;
        WarnOfDropped(input, height, width, isPooling, report);
        return Shape.Image(channels, height.Output(input.Height), width.Output(input.Width));

        bool Fits(WindowAxis axis, long size, string name)
        {
            if (axis.Fits(size))
                return true;
            long padding = axis.PaddingBefore(size) + axis.PaddingAfter(size);
            if (!isPooling && WindowArguments.OfConvolution(input, height.Kernel, width.Kernel, channels, report) is { } meant)
                report.WindowTooLarge(axis.Span, name, size, padding, meant.Text, [meant.SuggestedFix]);
            else
                report.WindowTooLarge(
                    axis.Span, name, size, padding, "Use a smaller window, more padding or a larger input.",
                        SmallerWindows(axis, name, size));
            return false;
        }

        IEnumerable<SuggestedFix> SmallerWindows(WindowAxis axis, string name, long size)
        {
            // A mean over more than all of the image is meant to be one over all of it.
            if (report.Kind == "AvgPool2d")
                yield return new SuggestedFix(FixKind.Replace, "AdaptiveAvgPool2d(1)", report.AttributeSite);
            long smallest = report.IsWritten("kernelSize")
                ? Math.Min(height.Padded(input.Height), width.Padded(input.Width)) : axis.Padded(size);
            if (axis.Dilation == 1 && (!isPooling || axis.Padding == 0))
                yield return SuggestedFix.Size(smallest, report.KernelSite(name));
            long missing = (axis.Span - smallest + 1) / 2;
            if (!isPooling && !report.IsWritten("PaddingHeight") && !report.IsWritten("PaddingWidth"))
                yield return new SuggestedFix(FixKind.SetArgument, $"Padding = {axis.Padding + missing}");
        }
    }

    private static void WarnOfDropped(Shape input, WindowAxis height, WindowAxis width, bool isPooling, LayerReport report)
    {
        long rows = height.Dropped(input.Height);
        long columns = width.Dropped(input.Width);
        string suggestion = isPooling ? "CeilMode = true keeps them." : "Padding keeps them.";
        if (rows > 0)
            report.RowsDropped(isPooling, Counted(rows, "row"), $"{input.Height} rows", height.Span, height.Stride, suggestion, Keeping());
        else if (columns > 0)
            report.RowsDropped(
                isPooling, Counted(columns, "column"), $"{input.Width} columns", width.Span, width.Stride, suggestion, Keeping());

        IEnumerable<SuggestedFix> Keeping()
        {
            if (isPooling)
            {
                yield return new SuggestedFix(FixKind.SetArgument, "CeilMode = true");
                yield break;
            }

            if (report.IsWritten("PaddingHeight") || report.IsWritten("PaddingWidth"))
                yield break;
            for (int more = 1; more <= Math.Max(height.Stride, width.Stride); more++)
            {
                int padding = height.Padding + more;
                if ((height with { Padding = padding }).Dropped(input.Height) > 0
                    || (width with { Padding = padding }).Dropped(input.Width) > 0)
                    continue;
                yield return new SuggestedFix(FixKind.SetArgument, $"Padding = {padding}");
                yield break;
            }
        }
    }

    private static string Counted(long count, string what) => count == 1 ? what : $"{count} {what}s";

    /// <summary>The windows of a pooling layer along one axis of the given size.</summary>
    public static PoolAxis PoolAxis(WindowAxis axis, long size) =>
        new((int)size, (int)axis.Output(size), axis.Kernel, axis.Stride, (int)axis.PaddingBefore(size), axis.Dilation, IsAdaptive: false)
        {
            PaddingAfter = (int)axis.PaddingAfter(size),
        };
}
