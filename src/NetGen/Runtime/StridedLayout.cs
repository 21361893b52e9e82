namespace NetGen.Runtime;

/// <summary>Copies a tensor between its place in a block, strided and padded, and a row-major array without padding.</summary>
internal static class StridedLayout
{
    public static int Elements(int[] shape) => shape.Aggregate(1, (product, size) => checked(product * size));

    /// <summary>Reads a tensor out of its block.</summary>
    public static void Gather(TensorDescription tensor, ReadOnlySpan<float> block, Span<float> dense)
    {
        var index = new int[tensor.Shape.Length];
        int offset = tensor.Offset;
        for (int i = 0; i < dense.Length; i++)
        {
            dense[i] = block[offset];
            offset = Advance(tensor, index, offset);
        }
    }

    /// <summary>Writes a tensor into its block; padding stays as it is.</summary>
    public static void Scatter(TensorDescription tensor, ReadOnlySpan<float> dense, Span<float> block)
    {
        var index = new int[tensor.Shape.Length];
        int offset = tensor.Offset;
        foreach (float value in dense)
        {
            block[offset] = value;
            offset = Advance(tensor, index, offset);
        }
    }

    /// <summary>Checks that every element of a tensor lies in its storage, and its storage in the block.</summary>
    public static void Validate(TensorDescription tensor, int blockSize)
    {
        if (tensor.Strides.Length != tensor.Shape.Length)
            throw new ArgumentException($"'{tensor.Name}' has {tensor.Shape.Length} axes and {tensor.Strides.Length} strides; expected as many.");
        if (tensor.Shape.Any(size => size < 1) || tensor.Strides.Any(stride => stride < 0))
            throw new ArgumentException($"'{tensor.Name}' has the shape {ShapeText.Of(tensor.Shape)} and the strides {ShapeText.Of(tensor.Strides)}; expected positive sizes and no negative stride.");
        long last = tensor.Shape.Zip(tensor.Strides, (size, stride) => (size - 1L) * stride).Sum();
        if (last >= tensor.StorageSize || tensor.Offset < 0 || tensor.Offset + (long)tensor.StorageSize > blockSize)
            throw new ArgumentException($"'{tensor.Name}' takes {last + 1} floats at {tensor.Offset}; its storage has {tensor.StorageSize} and the block {blockSize}.");
    }

    // The offset of the next element in row-major order: the last axis runs fastest.
    private static int Advance(TensorDescription tensor, int[] index, int offset)
    {
        for (int axis = index.Length - 1; axis >= 0; axis--)
        {
            offset += tensor.Strides[axis];
            if (++index[axis] < tensor.Shape[axis])
                return offset;
            offset -= tensor.Strides[axis] * tensor.Shape[axis];
            index[axis] = 0;
        }

        return offset;
    }
}
