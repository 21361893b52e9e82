using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Layers;

/// <summary>The maximum along axes. Of equal ones the first gets the gradient; NaN is passed on.</summary>
internal sealed record Max(int Axis, int AxisTo, bool KeepDim) : AxisReduction(Axis, AxisTo, KeepDim)
{
    public static Layer Read(AttributeValues values)
    {
        (int axis, int axisTo, bool keepDim) = Arguments(values);
        return new Max(axis, axisTo, keepDim);
    }

    /// <summary>A pool with one window: over the rows and columns of an image, to which others are brought.</summary>
    protected override Expr Reduced(Expr x, int[] axes, Expr? mask)
    {
        x = x.Masked(mask, -float.MaxValue);
        TensorShape shape = x.Shape;
        TensorShape reduced = shape.Reduced(axes);
        bool keepsChannels = !axes.Contains(shape.Rank - 1);
        if (keepsChannels && shape.Rank == 3)
            return Pooled(x, axes.Contains(0) ? shape[0] : 1, axes.Contains(1) ? shape[1] : 1);
        if (keepsChannels)
        {
            Expr column = x.Permuted(
                shape.With([shape[0], 1, shape[1]]), new MoveLoop(shape[0], 0, 1, 0, 1), new MoveLoop(shape[1], 1, 1, 2, 1));
            return Pooled(column, shape[0], 1).Permuted(reduced, new MoveLoop(shape[1], 2, 1, 1, 1));
        }

        // The values that are compared, in the order of the axes, become rows; all that is kept becomes channels.
        int[] kept = [.. Enumerable.Range(0, shape.Rank).Except(axes)];
        MoveLoop[] rows = [.. axes.Select((axis, place) => new MoveLoop(shape[axis], axis, 1, 0, Step(axes, place)))];
        MoveLoop[] channels = [.. kept.Select((axis, place) => new MoveLoop(shape[axis], axis, 1, 2, Step(kept, place)))];
        (int count, int width) = (Product(axes), Product(kept));
        Expr pooled = Pooled(x.Permuted(shape.With([count, 1, width]), [.. rows, .. channels]), count, 1);
        return kept.Length == 0 ? pooled.Permuted(reduced, new MoveLoop(1, 2, 1, 0, 1))
            : pooled.Permuted(reduced, [.. channels.Select(loop => loop.Inverse)]);

        int Step(int[] ordered, int place) => Product([.. ordered.Skip(place + 1)]);

        int Product(int[] some) => some.Aggregate(1, (product, axis) => product * shape[axis]);
    }

    private static Expr Pooled(Expr image, int height, int width) =>
        image.Add(new MaxPool(image.Origin, image, Windows(image.Shape[0], height), Windows(image.Shape[1], width)));

    private static PoolAxis Windows(int size, int kernel) => new(size, size / kernel, kernel, kernel, 0, 1, IsAdaptive: false);
}
