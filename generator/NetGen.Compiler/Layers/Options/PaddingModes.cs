using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>Padding of an image from itself: copies of its rows, then of the columns that come of that.</summary>
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

    /// <summary>[height, width, channels] with rows and columns around it.</summary>
    public static Expr Padded(this Expr x, PaddingMode mode, (int Before, int After) height, (int Before, int After) width) =>
        mode == Layers.PaddingMode.Zeros ? x.Padded(height, width) : x.PaddedAlong(0, height, mode).PaddedAlong(1, width, mode);

    /// <summary>A tensor with more or, where the padding is negative, fewer indices of one axis.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="axis">The axis in the internal layout.</param>
    /// <param name="padding">What stands on both sides.</param>
    /// <param name="mode">What it is.</param>
    /// <param name="value">With zeros: the number that stands in their place.</param>
    public static Expr PaddedAlong(this Expr x, int axis, (int Before, int After) padding, PaddingMode mode, double value = 0)
    {
        if (padding == (0, 0))
            return x;
        if (mode == Layers.PaddingMode.Zeros)
            return Surrounded(x, axis, padding, value);
        if (mode != Layers.PaddingMode.Circular || (padding.Before >= 0 && padding.After >= 0))
            return Continued(x, axis, padding, mode);

        // What is cut off does not come from the other side either, as in PyTorch.
        Expr cut = Surrounded(x, axis, (Math.Min(0, padding.Before), Math.Min(0, padding.After)), 0);
        return cut.PaddedAlong(axis, (Math.Max(0, padding.Before), Math.Max(0, padding.After)), mode);
    }

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

    private static Expr Continued(Expr x, int axis, (int Before, int After) padding, PaddingMode mode)
    {
        int size = x.Shape[axis];
        int total = padding.Before + size + padding.After;
        int[] sizes = [.. x.Shape.Sizes];
        sizes[axis] = total;
        var parts = new List<MovePart>();
        for (int begin = 0, end; begin < total; begin = end)
        {
            // What is contiguous on both sides is copied in one piece.
            end = begin + 1;
            while (end < total && Source(end) == Source(end - 1) + 1)
                end++;
            int[] from = new int[sizes.Length];
            int[] to = new int[sizes.Length];
            (from[axis], to[axis]) = (Source(begin), begin);
            int count = end - begin;
            parts.Add(new MovePart(
                from, to, [.. x.Shape.Sizes.Select((length, i) => new MoveLoop(i == axis ? count : length, i, 1, i, 1))]));
        }

        return x.Add(new Move(x.Origin, x.Shape.With(sizes), [.. parts.Select(_ => x.Tensor)], parts));

        int Source(int place)
        {
            int index = place - padding.Before;
            return mode switch
            {
                Layers.PaddingMode.Reflect => index < 0 ? -index : index >= size ? (2 * (size - 1)) - index : index,
                Layers.PaddingMode.Replicate => Math.Min(Math.Max(index, 0), size - 1),
                _ => (index + size) % size,
            };
        }
    }
}
