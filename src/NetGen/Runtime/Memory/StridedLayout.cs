namespace NetGen.Runtime;

/// <summary>What a tensor's sizes and strides say of its place in a block.</summary>
internal static class StridedLayout
{
    public static int Elements(int[] shape)
    {
        int product = 1;
        foreach (int size in shape)
            product = checked(product * size);
        return product;
    }

    /// <summary>Checks that every element of a tensor lies in its storage, and its storage in the block.</summary>
    public static void Validate(TensorDescription tensor, int blockSize)
    {
        if (tensor.Strides.Length != tensor.Shape.Length)
            throw new ArgumentException(
                $"'{tensor.Name}' has {tensor.Shape.Length} axes and {tensor.Strides.Length} strides; expected as many.");
        long last = 0;
        for (int axis = 0; axis < tensor.Shape.Length; axis++)
        {
            (int size, int stride) = (tensor.Shape[axis], tensor.Strides[axis]);
            if (size < 1 || stride < 0)
                throw new ArgumentException($"'{tensor.Name}' has the shape {ShapeText.Of(tensor.Shape)} and the strides "
                    + $"{ShapeText.Of(tensor.Strides)}; expected positive sizes and no negative stride.");
            last = checked(last + ((size - 1L) * stride));
        }

        if (last >= tensor.StorageSize || tensor.Offset < 0 || tensor.Offset + (long)tensor.StorageSize > blockSize)
            throw new ArgumentException($"'{tensor.Name}' takes {last + 1} floats at {tensor.Offset}; its storage has {tensor.StorageSize} "
                + $"and the block {blockSize}.");
    }
}
