using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Copies a tensor between its place in a block, strided and padded, and a row-major array without padding.</summary>
/// <remarks>
/// Of all axes two matter: the one along which the block is contiguous, or nearly so, and the array's last. A tile of both lies in as many
/// cache lines as it is wide, so that each line is fetched once, however far apart its neighbours along the other axis are. The remaining
/// axes are counted through.
/// </remarks>
internal sealed class StridedCopy
{
    // Floats of a cache line: a tile has whole lines on both sides.
    private const int Tile = AlignedBlock.FloatsPerLine;

    private readonly int offset;
    private readonly int elements;

    // The axes of the array, outermost first, each with its size and its strides in the array and in the block. There are at least two.
    private readonly int[] sizes;
    private readonly int[] denseStrides;
    private readonly int[] blockStrides;

    // The place among them of the axis along which the block's neighbours are nearest; never the last, which is the array's own.
    private readonly int near;

    public StridedCopy(TensorDescription tensor)
    {
        offset = tensor.Offset;
        elements = StridedLayout.Elements(tensor.Shape);
        (sizes, blockStrides) = Merge(tensor);
        denseStrides = new int[sizes.Length];
        denseStrides[^1] = 1;
        for (int axis = sizes.Length - 2; axis >= 0; axis--)
            denseStrides[axis] = denseStrides[axis + 1] * sizes[axis + 1];
        int nearest = int.MaxValue;
        for (int axis = 0; axis < sizes.Length - 1; axis++)
        {
            if (sizes[axis] > 1 && blockStrides[axis] < nearest)
                (near, nearest) = (axis, blockStrides[axis]);
        }
    }

    /// <summary>Reads the tensor out of its block.</summary>
    /// <exception cref="ArgumentException"><paramref name="dense"/> has another length than the tensor has elements.</exception>
    public void Gather(ReadOnlySpan<float> block, Span<float> dense)
    {
        Require(dense.Length);
        var places = new Places(this);
        while (places.Next(out int inBlock, out int inDense))
            CopyPlane(block[inBlock..], blockStrides, dense[inDense..], denseStrides);
    }

    /// <summary>Writes the tensor into its block; padding stays as it is.</summary>
    /// <exception cref="ArgumentException"><paramref name="dense"/> has another length than the tensor has elements.</exception>
    public void Scatter(ReadOnlySpan<float> dense, Span<float> block)
    {
        Require(dense.Length);
        var places = new Places(this);
        while (places.Next(out int inBlock, out int inDense))
            CopyPlane(dense[inDense..], denseStrides, block[inBlock..], blockStrides);
    }

    // Axes of one element say nothing, and two axes that follow one another in the block as they do in the array are one.
    // Where fewer than two are left, axes of one element stand before them.
    private static (int[] Sizes, int[] Strides) Merge(TensorDescription tensor)
    {
        var sizes = new int[tensor.Shape.Length];
        var strides = new int[tensor.Shape.Length];
        int axes = 0;
        for (int axis = 0; axis < tensor.Shape.Length; axis++)
        {
            (int size, int stride) = (tensor.Shape[axis], tensor.Strides[axis]);
            if (size == 1)
                continue;
            bool follows = axes > 0 && strides[axes - 1] == size * (long)stride;
            int place = follows ? axes - 1 : axes++;
            sizes[place] = follows ? sizes[place] * size : size;
            strides[place] = stride;
        }

        int missing = Math.Max(0, 2 - axes);
        return (Framed(sizes, axes, missing, 1), Framed(strides, axes, missing, 0));
    }

    private static int[] Framed(int[] values, int count, int before, int filling)
    {
        var result = new int[before + count];
        for (int i = 0; i < before; i++)
            result[i] = filling;
        Array.Copy(values, 0, result, before, count);
        return result;
    }

    private void Require(int length)
    {
        if (length != elements)
            throw new ArgumentException($"Expected {elements} floats, as many as the tensor has; got {length}.");
    }

    // Called a few times with long loops: optimised from the first call on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyPlane(ReadOnlySpan<float> source, int[] sourceStrides, Span<float> target, int[] targetStrides)
    {
        int rows = sizes[near], columns = sizes[^1];
        int sourceRow = sourceStrides[near], sourceColumn = sourceStrides[^1], targetRow = targetStrides[near],
            targetColumn = targetStrides[^1];
        if (sourceColumn == 1 && targetColumn == 1)
        {
            for (int row = 0; row < rows; row++)
                source.Slice(row * sourceRow, columns).CopyTo(target[(row * targetRow)..]);
            return;
        }

        for (int top = 0; top < rows; top += Tile)
        {
            int bottom = Math.Min(top + Tile, rows);
            for (int left = 0; left < columns; left += Tile)
            {
                int right = Math.Min(left + Tile, columns);
                for (int row = top; row < bottom; row++)
                {
                    int from = (row * sourceRow) + (left * sourceColumn), to = (row * targetRow) + (left * targetColumn);
                    for (int column = left; column < right; column++, from += sourceColumn, to += targetColumn)
                        target[to] = source[from];
                }
            }
        }
    }

    /// <summary>Counts through all axes but the two of a plane.</summary>
    private ref struct Places(StridedCopy copy)
    {
        private readonly int[] index = new int[copy.sizes.Length];
        private int inBlock = copy.offset;
        private int inDense;
        private bool isOver;

        public bool Next(out int block, out int dense)
        {
            (block, dense) = (inBlock, inDense);
            if (isOver)
                return false;
            isOver = !Advance();
            return true;
        }

        private bool Advance()
        {
            for (int axis = index.Length - 2; axis >= 0; axis--)
            {
                if (axis == copy.near)
                    continue;
                inBlock += copy.blockStrides[axis];
                inDense += copy.denseStrides[axis];
                if (++index[axis] < copy.sizes[axis])
                    return true;
                inBlock -= copy.blockStrides[axis] * copy.sizes[axis];
                inDense -= copy.denseStrides[axis] * copy.sizes[axis];
                index[axis] = 0;
            }

            return false;
        }
    }
}
