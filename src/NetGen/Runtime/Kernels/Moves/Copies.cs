using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>Strided copies: joining, cropping, padding, flattening and transposing tensors.</summary>
public static class Copies
{
    /// <summary>The most axes of a copy, with that of its items.</summary>
    private const int MostAxes = 8;

    /// <summary>Shorter sides of a transposition are not worth its call.</summary>
    private const int ShortestSide = 4;

    /// <summary>With both sides longer, a transposition is no permutation of blocks and no interleaving of a few rows.</summary>
    private const int LargeSide = 64;

    /// <summary>A loop over fewer elements takes longer than what it does.</summary>
    private const int Few = 4;

    /// <summary>destination[item, i] = source[item, i] for the items [begin, end) and i in [0, count).</summary>
    /// <param name="source">The first float of item 0.</param>
    /// <param name="sourceStride">Floats from one item to the next.</param>
    /// <param name="destination">The first float of item 0 of the result.</param>
    /// <param name="destinationStride">Floats from one item of the result to the next.</param>
    /// <param name="count">Floats of an item that are copied.</param>
    /// <param name="begin">The first item.</param>
    /// <param name="end">The item after the last.</param>
    public static void Rows(ref float source, int sourceStride, ref float destination, int destinationStride, int count, int begin, int end)
    {
        for (int item = begin; item < end; item++)
            Run(
                ref Unsafe.Add(ref source, (nint)item * sourceStride),
                ref Unsafe.Add(ref destination, (nint)item * destinationStride), count);
    }

    /// <summary>destination[item, i] = 0 for the items [begin, end) and i in [0, count).</summary>
    /// <param name="destination">The first float of item 0.</param>
    /// <param name="stride">Floats from one item to the next.</param>
    /// <param name="count">Floats of an item that become 0.</param>
    /// <param name="begin">The first item.</param>
    /// <param name="end">The item after the last.</param>
    public static void Clear(ref float destination, int stride, int count, int begin, int end)
    {
        for (int item = begin; item < end; item++)
            Zero(ref destination, (nint)item * stride, count);
    }

    /// <summary>
    /// Copies images and puts a frame of zeros around them: destination[item, first + y·stride + i] =
    /// source[item, y·sourceStride + i] for i in [0, columns), and 0 everywhere else. Each row follows the zeros between it and the
    /// row before, so that nothing is written twice.
    /// </summary>
    /// <param name="source">The first float that is copied of item 0.</param>
    /// <param name="sourceItemStride">Floats from one item to the next.</param>
    /// <param name="sourceStride">Floats from one row to the next.</param>
    /// <param name="destination">The first float of item 0 of the result.</param>
    /// <param name="size">Floats of an item of the result.</param>
    /// <param name="first">Where the first row begins in it, at least <paramref name="stride"/> − <paramref name="columns"/>.</param>
    /// <param name="stride">Floats from one of its rows to the next.</param>
    /// <param name="rows">Rows that are copied.</param>
    /// <param name="columns">Floats of a row.</param>
    /// <param name="begin">The first item.</param>
    /// <param name="end">The item after the last.</param>
    public static void Framed(
        ref float source, int sourceItemStride, int sourceStride, ref float destination,
        int size, int first, int stride, int rows, int columns, int begin, int end)
    {
        int gap = stride - columns;
        for (int item = begin; item < end; item++)
        {
            ref float from = ref Unsafe.Add(ref source, (nint)item * sourceItemStride);
            ref float to = ref Unsafe.Add(ref destination, (nint)item * size);
            Zero(ref to, 0, first - gap);
            for (int y = 0, row = first; y < rows; y++, row += stride)
            {
                Zero(ref to, row - gap, gap);
                Run(ref Unsafe.Add(ref from, (nint)y * sourceStride), ref Unsafe.Add(ref to, row), columns);
            }

            int last = first + ((rows - 1) * stride) + columns;
            Zero(ref to, last, size - last);
        }
    }

    /// <summary>
    /// Copies destination[item·destinationStride + Σ i·axis.DestinationStride] = source[item·sourceStride + Σ i·axis.SourceStride]
    /// for the items [begin, end) and all indices i of the axes. Axes that follow one another in memory are joined. Two axes, one
    /// contiguous in the source and the other in the destination, are a transposition.
    /// </summary>
    /// <param name="source">The element of item 0 with all indices 0.</param>
    /// <param name="sourceStride">Floats from one item to the next.</param>
    /// <param name="destination">The same of the destination.</param>
    /// <param name="destinationStride">Floats from one of its items to the next.</param>
    /// <param name="begin">The first item.</param>
    /// <param name="end">The item after the last.</param>
    /// <param name="axes">The axes, from the largest step in the destination to the smallest; at most seven.</param>
    /// <exception cref="ArgumentException">There are more axes.</exception>
    public static void Strided(
        ref float source, int sourceStride, ref float destination, int destinationStride, int begin, int end, ReadOnlySpan<CopyAxis> axes)
    {
        if (axes.Length >= MostAxes)
            throw new ArgumentException($"A copy has at most {MostAxes - 1} axes; {axes.Length} came.", nameof(axes));
        if (axes.Length == 2 && IsLargeTransposition(axes[0], axes[1]))
        {
            for (nint item = begin; item < end; item++)
                Panel.Transpose(
                    ref Unsafe.Add(ref source, item * sourceStride), axes[1].SourceStride, axes[1].Size, axes[0].Size,
                    ref Unsafe.Add(ref destination, item * destinationStride), axes[0].DestinationStride);
        }
        else if (begin < end)
        {
            Any(ref source, sourceStride, ref destination, destinationStride, begin, end, axes);
        }
    }

    /// <summary>
    /// What is always one: a flattened image, most often the only copy on the way to a network's first prediction. Looking for anything
    /// better takes longer to compile than this copy, and is compiled when it is first needed.
    /// </summary>
    private static bool IsLargeTransposition(CopyAxis outer, CopyAxis inner) =>
        outer is { SourceStride: 1, DestinationStride: > 1, Size: > LargeSide }
        && inner is { DestinationStride: 1, SourceStride: > 1, Size: > LargeSide };

    private static void Any(
        ref float source, int sourceStride, ref float destination, int destinationStride, int begin, int end, ReadOnlySpan<CopyAxis> axes)
    {
        Span<CopyAxis> all = stackalloc CopyAxis[MostAxes];
        int count = 0;
        Append(all, ref count, new(end - begin, sourceStride, destinationStride));
        foreach (CopyAxis axis in axes)
            Append(all, ref count, axis);
        all = all[..count];
        ref float from = ref Unsafe.Add(ref source, (nint)begin * sourceStride);
        ref float to = ref Unsafe.Add(ref destination, (nint)begin * destinationStride);
        if (BlockPermutation.TryCopy(ref from, ref to, all) || Interleaving.TryCopy(ref from, ref to, all))
            return;
        BringTransposedLast(all);
        Copy(ref from, ref to, all);
    }

    private static void Append(Span<CopyAxis> axes, ref int count, CopyAxis axis)
    {
        if (axis.Size == 1)
            return;
        if (count > 0 && axes[count - 1].Continues(axis))
            axes[count - 1] = axis with { Size = axis.Size * axes[count - 1].Size };
        else
            axes[count++] = axis;
    }

    /// <summary>
    /// Puts an earlier axis that is contiguous in the source right before the last one, where that one is contiguous in the destination.
    /// </summary>
    private static void BringTransposedLast(Span<CopyAxis> axes)
    {
        if (axes.Length < 2 || !(axes[^1] is { DestinationStride: 1, SourceStride: > 1, Size: >= ShortestSide }))
            return;
        for (int index = axes.Length - 2; index >= 0; index--)
        {
            if (!(axes[index] is { SourceStride: 1, DestinationStride: > 1, Size: >= ShortestSide } along))
                continue;
            axes[(index + 1)..^1].CopyTo(axes[index..]);
            axes[^2] = along;
            return;
        }
    }

    private static void Copy(ref float source, ref float destination, ReadOnlySpan<CopyAxis> axes)
    {
        switch (axes.Length)
        {
            case 0:
                destination = source;
                return;
            case 1:
                Line(ref source, ref destination, axes[0]);
                return;
            case 2:
                Plane(ref source, ref destination, axes[0], axes[1]);
                return;
        }

        CopyAxis outer = axes[0];
        for (nint i = 0; i < outer.Size; i++)
            Copy(
                ref Unsafe.Add(ref source, i * outer.SourceStride),
                ref Unsafe.Add(ref destination, i * outer.DestinationStride), axes[1..]);
    }

    private static void Plane(ref float source, ref float destination, CopyAxis outer, CopyAxis inner)
    {
        if (outer is { SourceStride: 1, DestinationStride: > 1, Size: >= ShortestSide }
            && inner is { DestinationStride: 1, SourceStride: > 1, Size: >= ShortestSide })
        {
            Panel.Transpose(ref source, inner.SourceStride, inner.Size, outer.Size, ref destination, outer.DestinationStride);
            return;
        }

        if (inner.Size <= Few)
        {
            ShortLines(ref source, ref destination, outer, inner);
            return;
        }

        for (nint i = 0; i < outer.Size; i++)
            Line(ref Unsafe.Add(ref source, i * outer.SourceStride), ref Unsafe.Add(ref destination, i * outer.DestinationStride), inner);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ShortLines(ref float source, ref float destination, CopyAxis outer, CopyAxis inner)
    {
        (nint from, nint to) = (inner.SourceStride, inner.DestinationStride);
        for (nint i = 0; i < outer.Size; i++)
        {
            ref float first = ref Unsafe.Add(ref source, i * outer.SourceStride);
            ref float result = ref Unsafe.Add(ref destination, i * outer.DestinationStride);
            result = first;
            if (inner.Size > 1)
                Unsafe.Add(ref result, to) = Unsafe.Add(ref first, from);
            if (inner.Size > 2)
                Unsafe.Add(ref result, to * 2) = Unsafe.Add(ref first, from * 2);
            if (inner.Size > 3)
                Unsafe.Add(ref result, to * 3) = Unsafe.Add(ref first, from * 3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Line(ref float source, ref float destination, CopyAxis axis)
    {
        (nint from, nint to) = (axis.SourceStride, axis.DestinationStride);
        if (from == 1 && to == 1)
        {
            Run(ref source, ref destination, axis.Size);
            return;
        }

        for (nint i = 0; i < axis.Size; i++)
            Unsafe.Add(ref destination, i * to) = Unsafe.Add(ref source, i * from);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run(ref float source, ref float destination, int count) =>
        MemoryMarshal.CreateReadOnlySpan(ref source, count).CopyTo(MemoryMarshal.CreateSpan(ref destination, count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Zero(ref float destination, nint offset, int count)
    {
        // Nothing may stand behind the last float: a reference to it would be one beside the array.
        if (count > 0)
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref destination, offset), count).Clear();
    }
}
