namespace NetGen.Runtime;

/// <summary>Fills tensors with their initial values, a large one some rows at a time.</summary>
/// <remarks>
/// Room for all of a large tensor would be memory that the process uses for the first time, and only once: the operating system takes
/// longer to provide it than the values take to draw.
/// </remarks>
internal sealed class InitialValues
{
    /// <summary>1 MB, as much as the L2 cache of most machines holds.</summary>
    internal const int MostAtOnce = 1 << 18;

    /// <summary>Rows of a part: a multiple of what <see cref="StridedCopy"/> goes through together.</summary>
    private const int RowsOfTile = AlignedBlock.FloatsPerLine;

    private float[] room = [];

    /// <summary>Fills a tensor in its block, which is zero there; padding stays as it is.</summary>
    public void Fill(TensorDescription tensor, Span<float> block, RandomStream random)
    {
        int elements = StridedLayout.Elements(tensor.Shape);
        if (elements <= MostAtOnce || !tensor.Initialization.IsByElement)
        {
            Fill(tensor, elements, block, random);
            return;
        }

        int rows = tensor.Shape[0], rowSize = elements / rows;
        int atOnce = Math.Max(MostAtOnce / rowSize / RowsOfTile, 1) * RowsOfTile;
        for (int first = 0; first < rows; first += atOnce)
        {
            int[] shape = [.. tensor.Shape];
            shape[0] = Math.Min(atOnce, rows - first);
            Fill(
                tensor with { Shape = shape, Offset = tensor.Offset + (first * tensor.Strides[0]) }, shape[0] * rowSize, block, random);
        }
    }

    private void Fill(TensorDescription tensor, int elements, Span<float> block, RandomStream random)
    {
        if (room.Length < elements)
            room = GC.AllocateUninitializedArray<float>(elements);
        Span<float> values = room.AsSpan(0, elements);
        tensor.Initialization.Fill(values, tensor.Shape, random);
        new StridedCopy(tensor).Scatter(values, block);
    }
}
