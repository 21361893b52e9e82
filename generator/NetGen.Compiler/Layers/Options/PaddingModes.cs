using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>Padding of an image with zeros, or with rows and columns of its own.</summary>
internal static class PaddingModes
{
    public static PaddingMode PaddingMode(this AttributeValues values)
    {
        string text = values.Text("PaddingMode", "zeros");
        switch (text)
        {
            case "zeros":
                return Layers.PaddingMode.Zeros;
            case "reflect":
                return Layers.PaddingMode.Reflect;
            case "replicate":
                return Layers.PaddingMode.Replicate;
            case "circular":
                return Layers.PaddingMode.Circular;
            default:
                values.Wrong("PaddingMode", $"\"{text}\"", "it is \"zeros\", \"reflect\", \"replicate\" or \"circular\"");
                return Layers.PaddingMode.Zeros;
        }
    }

    /// <summary>Reports more padding than there are rows to fill it with, as PyTorch does when it runs.</summary>
    public static void Check(this PaddingMode mode, WindowAxis axis, long size, string side, LayerReport report)
    {
        long most = mode switch
        {
            Layers.PaddingMode.Reflect => size - 1,
            Layers.PaddingMode.Circular => size,
            _ => long.MaxValue,
        };
        long padding = axis.PaddingAfter(size);
        if (padding > most)
            report.Value(
                report.IsWritten("Padding" + side) ? "Padding" + side : "Padding", padding,
                $"{(mode == Layers.PaddingMode.Reflect ? "mirrored" : "from the other side")}, it is at most {most} for a "
                    + $"{side.ToLowerInvariant()} of {size} ({report.Origin})");
    }

    /// <summary>[height, width, channels] with rows and columns around it, or fewer where the padding is negative.</summary>
    public static Expr Padded(this Expr x, PaddingMode mode, (int Before, int After) height, (int Before, int After) width)
    {
        if (mode == Layers.PaddingMode.Zeros)
            return x.Padded(height, width);
        if (mode != Layers.PaddingMode.Circular)
            return Continued(x, height, width, mode);

        // What is cut off does not come from the other side either, as in PyTorch.
        Expr cut = x.PaddedAlong(0, Cut(height)).PaddedAlong(1, Cut(width));
        return Continued(cut, Added(height), Added(width), mode);

        static (int Before, int After) Cut((int Before, int After) padding) => (Math.Min(0, padding.Before), Math.Min(0, padding.After));

        static (int Before, int After) Added((int Before, int After) padding) =>
            (Math.Max(0, padding.Before), Math.Max(0, padding.After));
    }

    /// <summary>A tensor with zeros, or another number, around it; with fewer indices of one axis where the padding is negative.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="axis">The axis in the internal layout.</param>
    /// <param name="padding">What stands on both sides.</param>
    /// <param name="value">The number.</param>
    public static Expr PaddedAlong(this Expr x, int axis, (int Before, int After) padding, double value = 0) =>
        padding == (0, 0) ? x : Surrounded(x, value, [.. Enumerable.Repeat((0, 0), axis), padding]);

    /// <summary>An image with a number around it; with fewer rows or columns where the padding is negative. One copy makes both.</summary>
    /// <param name="x">The image.</param>
    /// <param name="height">Rows above and below.</param>
    /// <param name="width">Columns at the left and at the right.</param>
    /// <param name="value">The number.</param>
    public static Expr PaddedWith(this Expr x, (int Before, int After) height, (int Before, int After) width, double value) =>
        height == (0, 0) && width == (0, 0) ? x : Surrounded(x, value, height, width);

    /// <param name="x">The tensor.</param>
    /// <param name="value">What stands around it.</param>
    /// <param name="paddings">How much, along the first axes.</param>
    private static Expr Surrounded(Expr x, double value, params (int Before, int After)[] paddings)
    {
        (int Cut, int Before, int Count, int After)[] axes =
        [
            .. x.Shape.Sizes.Select((length, axis) =>
            {
                (int before, int after) = axis < paddings.Length ? paddings[axis] : (0, 0);
                int cut = Math.Max(0, -before);
                return (cut, Math.Max(0, before), length - cut - Math.Max(0, -after), Math.Max(0, after));
            }),
        ];
        int[] sizes = [.. axes.Select(axis => axis.Before + axis.Count + axis.After)];
        var operands = new List<Tensor> { x };
        var parts = new List<MovePart>
        {
            Part([.. axes.Select(axis => axis.Cut)], [.. axes.Select(axis => axis.Before)], [.. axes.Select(axis => axis.Count)]),
        };

        // What is beyond an axis reaches over the padding of the axes behind it, and no further than the tensor along those before.
        for (int axis = 0; value != 0 && axis < paddings.Length; axis++)
        {
            Fill(axis, 0, axes[axis].Before);
            Fill(axis, axes[axis].Before + axes[axis].Count, axes[axis].After);
        }

        return x.Add(new Move(x.Origin, x.Shape.With(sizes), operands, parts));

        void Fill(int axis, int from, int count)
        {
            if (count == 0)
                return;
            int[] place = [.. axes.Select((other, i) => i < axis ? other.Before : i == axis ? from : 0)];
            int[] size = [.. axes.Select((other, i) => i < axis ? other.Count : i == axis ? count : sizes[i])];
            operands.Add(x.Filled(value, x.Shape.With(size)));
            parts.Add(Part(new int[size.Length], place, size));
        }

        static MovePart Part(int[] from, int[] to, int[] size) =>
            new(from, to, [.. size.Select((length, i) => new MoveLoop(length, i, 1, i, 1))]);
    }

    /// <summary>An image padded with rows and columns of its own.</summary>
    private static Expr Continued(Expr image, (int Before, int After) height, (int Before, int After) width, PaddingMode mode) =>
        image.Add(new Interpolation(image.Origin, image, Axis(image.Shape[0], height, mode), Axis(image.Shape[1], width, mode)));

    private static InterpolationAxis Axis(int size, (int Before, int After) padding, PaddingMode mode) => padding == (0, 0)
        ? new InterpolationAxis(size, size, 0, InterpolationMode.Nearest, AlignsCorners: false)
        : new InterpolationAxis(size, padding.Before + size + padding.After, 0, Rows(mode), AlignsCorners: false)
        {
            Before = padding.Before,
        };

    private static InterpolationMode Rows(PaddingMode mode) => mode switch
    {
        Layers.PaddingMode.Reflect => InterpolationMode.Reflect,
        Layers.PaddingMode.Replicate => InterpolationMode.Replicate,
        _ => InterpolationMode.Circular,
    };
}
