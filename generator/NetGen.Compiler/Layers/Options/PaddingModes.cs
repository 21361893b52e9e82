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
        padding == (0, 0) ? x : Surrounded(x, axis, padding, value);

    private static Expr Surrounded(Expr x, int axis, (int Before, int After) padding, double value)
    {
        int cut = Math.Max(0, -padding.Before);
        int before = Math.Max(0, padding.Before), after = Math.Max(0, padding.After);
        int count = x.Shape[axis] - cut - Math.Max(0, -padding.After);
        TensorShape shape = Sized(before + count + after);
        var operands = new List<Tensor> { x };
        var parts = new List<MovePart> { Part(cut, before, count) };
        if (value != 0)
        {
            Add(0, before);
            Add(before + count, after);
        }

        return x.Add(new Move(x.Origin, shape, operands, parts));

        void Add(int place, int size)
        {
            if (size == 0)
                return;
            operands.Add(x.Filled(value, Sized(size)));
            parts.Add(Part(0, place, size));
        }

        MovePart Part(int from, int to, int size) => new(
            At(from), At(to), [.. x.Shape.Sizes.Select((length, i) => new MoveLoop(i == axis ? size : length, i, 1, i, 1))]);

        int[] At(int index) => [.. x.Shape.Sizes.Select((_, i) => i == axis ? index : 0)];

        TensorShape Sized(int size) => x.Shape.With([.. x.Shape.Sizes.Select((length, i) => i == axis ? size : length)]);
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
