using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Shapes;

/// <summary>
/// The map from PyTorch's axes (the external layout) to the compiler's (the internal layout), where channels are last. An image [channels,
/// height, width] becomes [height, width, channels], a weight [out, in, kernel height, kernel width] becomes [kernel height, kernel width,
/// in, out].
/// </summary>
internal static class TensorLayout
{
    /// <summary>PyTorch's axes in the order of the internal layout.</summary>
    public static int[] Order(Shape shape) => shape.Kind switch
    {
        ShapeKind.Image => [1, 2, 0],
        ShapeKind.Signal => [1, 0],
        ShapeKind.Sequence => [0, 1],
        _ => [0],
    };

    /// <summary>The same for a parameter: the first axis, of outputs, goes last, so that [out, in] becomes [in, out].</summary>
    public static int[] ParameterOrder(int rank) => rank switch
    {
        0 => [],
        1 => [0],
        2 => [1, 0],
        3 => [1, 2, 0],
        4 => [2, 3, 1, 0],
        _ => throw new InvalidOperationException($"a parameter of rank {rank} has no layout"),
    };

    /// <summary>The internal axis of an axis of PyTorch.</summary>
    public static int Axis(Shape shape, int axis) => Array.IndexOf(Order(shape), axis);

    public static TensorShape Inside(Shape shape)
    {
        int[] sizes = shape.ToInts();
        return TensorShape.Batched([.. Order(shape).Select(axis => sizes[axis])]);
    }

    public static TensorShape Raw(Shape shape) => TensorShape.Raw(shape.ToInts());

    /// <summary>From the external to the internal layout.</summary>
    public static Expr FromRaw(Expr raw, Shape shape)
    {
        int[] order = Order(shape);
        return raw.Permuted(
            Inside(shape), [.. order.Select((axis, inside) => new MoveLoop(raw.Shape[axis], axis, 1, inside, 1))]);
    }

    /// <summary>From the internal to the external layout.</summary>
    public static Expr ToRaw(Expr tensor, Shape shape)
    {
        int[] order = Order(shape);
        return tensor.Permuted(
            Raw(shape), [.. order.Select((axis, inside) => new MoveLoop(tensor.Shape[inside], inside, 1, axis, 1))]);
    }

    /// <summary>
    /// A reshape in PyTorch's row-major order: the tensor is flattened to a vector, then split into the new shape.
    /// </summary>
    public static Expr Reshaped(Expr tensor, Shape from, Shape to)
    {
        if (from == to)
            return tensor;
        Expr flat = from.Kind == ShapeKind.Vector ? tensor : Flattened(tensor, from);
        return to.Kind == ShapeKind.Vector ? flat : Unflattened(flat, offset: 0, to, Inside(to));
    }

    private static Expr Flattened(Expr tensor, Shape from)
    {
        int[] order = Order(from);
        int[] steps = RowMajorSteps(from);
        return tensor.Permuted(
            TensorShape.Batched(checked((int)from.Count)),
            [.. order.Select((axis, inside) => new MoveLoop(tensor.Shape[inside], inside, 1, 0, steps[axis]))]);
    }

    /// <summary>A tensor of the internal layout that lies in a row from an offset on; tokens stay in the external one.</summary>
    public static Expr FromRow(Expr row, int offset, Shape shape) =>
        Unflattened(row, offset, shape, shape.Kind == ShapeKind.Tokens ? Raw(shape) : Inside(shape));

    private static Expr Unflattened(Expr flat, int offset, Shape to, TensorShape shape)
    {
        int[] order = Order(to);
        int[] steps = RowMajorSteps(to);
        MoveLoop[] loops = [.. order.Select((axis, inside) => new MoveLoop(shape[inside], 0, steps[axis], inside, 1))];
        return flat.Add(new Move(flat.Origin, shape, [flat], [new MovePart([offset], new int[shape.Rank], loops)]));
    }

    private static int[] RowMajorSteps(Shape shape)
    {
        int[] sizes = shape.ToInts();
        int[] steps = new int[sizes.Length];
        int step = 1;
        for (int axis = sizes.Length - 1; axis >= 0; axis--)
        {
            steps[axis] = step;
            step *= sizes[axis];
        }

        return steps;
    }
}
