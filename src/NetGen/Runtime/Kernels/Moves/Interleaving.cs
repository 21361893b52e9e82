using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>
/// Copies that interleave a few rows, or take them apart: the channels of a pixel shuffle, the groups of a channel shuffle. They are
/// transpositions of a few rows, many of them, whose rows lie anywhere.
/// </summary>
internal static class Interleaving
{
    /// <summary>With fewer rows, or columns, there is no square to transpose.</summary>
    private const int Square = 4;

    /// <summary>More rows are worth a transposition of their own.</summary>
    private const int MostRows = 16;

    /// <summary>Copies, where the axes interleave rows or take them apart.</summary>
    /// <param name="source">The element with all indices 0.</param>
    /// <param name="destination">The same of the destination.</param>
    /// <param name="axes">The axes, joined, from the largest step in the destination to the smallest.</param>
    /// <returns>Whether they do, and all is copied.</returns>
    public static bool TryCopy(ref float source, ref float destination, ReadOnlySpan<CopyAxis> axes)
    {
        Span<int> rows = stackalloc int[MostRows];
        Span<CopyAxis> outer = stackalloc CopyAxis[axes.Length];

        // A shuffle of channels is both; where rows are longer, more of each is transposed at once.
        bool isInterleaved = FindRows(axes, isInterleaved: true, rows, outer, out Layout layout);
        if (!(isInterleaved && layout.Columns >= 2 * Square) && FindRows(axes, isInterleaved: false, rows, outer, out Layout apart))
            layout = apart;
        else if (isInterleaved)
            FindRows(axes, isInterleaved: true, rows, outer, out layout);
        else
            return false;
        Copy(ref source, ref destination, in layout, rows[..layout.Rows], outer[..layout.OuterAxes]);
        return true;
    }

    /// <summary>
    /// Finds axes that are contiguous together on the side that is interleaved, and one that is contiguous on the other side.
    /// </summary>
    private static bool FindRows(
        ReadOnlySpan<CopyAxis> axes, bool isInterleaved, Span<int> rows, Span<CopyAxis> outer, out Layout layout)
    {
        layout = default;
        uint taken = 0;
        int count = 1, along = -1;
        rows[0] = 0;
        while (Next(axes, taken, count, isInterleaved) is >= 0 and int next)
        {
            // Neighbours on one side: what is next on it goes outside of what was found before.
            CopyAxis axis = axes[next];
            if (axis.Size * count > MostRows)
                break;
            for (int i = count; i < axis.Size * count; i++)
                rows[i] = rows[i % count] + (i / count * Apart(axis, isInterleaved));
            taken |= 1u << next;
            count *= axis.Size;
        }

        for (int index = 0; index < axes.Length; index++)
            if ((taken & (1u << index)) == 0 && Apart(axes[index], isInterleaved) == 1 && Near(axes[index], isInterleaved) >= count)
                along = index;
        bool isSmall = along >= 0 && axes[along].Size * count <= MostRows * Square;
        if (count < Square || along < 0 || axes[along].Size < Square || !(isSmall || uint.PopCount(taken) > 1))
            return false;
        int outerAxes = 0;
        for (int index = 0; index < axes.Length; index++)
            if (index != along && (taken & (1u << index)) == 0)
                outer[outerAxes++] = axes[index];
        layout = new(count, axes[along].Size, Near(axes[along], isInterleaved), isInterleaved, outerAxes);
        return true;
    }

    private static int Next(ReadOnlySpan<CopyAxis> axes, uint taken, int stride, bool isInterleaved)
    {
        for (int index = axes.Length - 1; index >= 0; index--)
            if ((taken & (1u << index)) == 0 && Near(axes[index], isInterleaved) == stride && Apart(axes[index], isInterleaved) > 1)
                return index;
        return -1;
    }

    /// <summary>The stride on the side where the rows are interleaved.</summary>
    private static int Near(CopyAxis axis, bool isInterleaved) => isInterleaved ? axis.DestinationStride : axis.SourceStride;

    /// <summary>The stride on the side where each row is contiguous.</summary>
    private static int Apart(CopyAxis axis, bool isInterleaved) => isInterleaved ? axis.SourceStride : axis.DestinationStride;

    private static void Copy(
        ref float source, ref float destination, in Layout layout, ReadOnlySpan<int> rows, ReadOnlySpan<CopyAxis> outer)
    {
        CopyAxis axis = outer.IsEmpty ? new(1, 0, 0) : outer[0];
        if (outer.Length <= 1)
        {
            if (layout.IsInterleaved)
                Interleave(ref source, ref destination, in layout, rows, axis);
            else
                Deinterleave(ref source, ref destination, in layout, rows, axis);
            return;
        }

        for (nint i = 0; i < axis.Size; i++)
            Copy(
                ref Unsafe.Add(ref source, i * axis.SourceStride), ref Unsafe.Add(ref destination, i * axis.DestinationStride),
                in layout, rows, outer[1..]);
    }

    /// <summary>destination[column · stride + row] = source[rows[row] + column].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Interleave(
        ref float source, ref float destination, in Layout layout, ReadOnlySpan<int> rows, CopyAxis outer)
    {
        int columns = layout.Columns, wholeRows = rows.Length / Square * Square, wholeColumns = columns / Square * Square;
        nint stride = layout.Stride;
        for (nint item = 0; item < outer.Size; item++)
        {
            ref float from = ref Unsafe.Add(ref source, item * outer.SourceStride);
            ref float to = ref Unsafe.Add(ref destination, item * outer.DestinationStride);
            for (int row = 0; row < wholeRows; row += Square)
            {
                ref float row0 = ref Unsafe.Add(ref from, rows[row]);
                ref float row1 = ref Unsafe.Add(ref from, rows[row + 1]);
                ref float row2 = ref Unsafe.Add(ref from, rows[row + 2]);
                ref float row3 = ref Unsafe.Add(ref from, rows[row + 3]);
                int column = 0;
                for (; Avx.IsSupported && column <= columns - (2 * Square); column += 2 * Square)
                {
                    (Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth) = Panel.Columns(
                        Vector256.LoadUnsafe(ref row0, (nuint)column), Vector256.LoadUnsafe(ref row1, (nuint)column),
                        Vector256.LoadUnsafe(ref row2, (nuint)column), Vector256.LoadUnsafe(ref row3, (nuint)column));
                    ref float result = ref Unsafe.Add(ref to, (column * stride) + row);
                    Store(first, ref result, stride);
                    Store(second, ref Unsafe.Add(ref result, stride), stride);
                    Store(third, ref Unsafe.Add(ref result, stride * 2), stride);
                    Store(fourth, ref Unsafe.Add(ref result, stride * 3), stride);
                }

                for (; column < wholeColumns; column += Square)
                {
                    (Vector128<float> first, Vector128<float> second, Vector128<float> third, Vector128<float> fourth) = Panel.Columns(
                        Vector128.LoadUnsafe(ref row0, (nuint)column), Vector128.LoadUnsafe(ref row1, (nuint)column),
                        Vector128.LoadUnsafe(ref row2, (nuint)column), Vector128.LoadUnsafe(ref row3, (nuint)column));
                    ref float result = ref Unsafe.Add(ref to, (column * stride) + row);
                    first.StoreUnsafe(ref result);
                    second.StoreUnsafe(ref Unsafe.Add(ref result, stride));
                    third.StoreUnsafe(ref Unsafe.Add(ref result, stride * 2));
                    fourth.StoreUnsafe(ref Unsafe.Add(ref result, stride * 3));
                }
            }

            for (int row = 0; row < rows.Length; row++)
                for (int column = row < wholeRows ? wholeColumns : 0; column < columns; column++)
                    Unsafe.Add(ref to, (column * stride) + row) = Unsafe.Add(ref from, rows[row] + column);
        }
    }

    /// <summary>destination[rows[row] + column] = source[column · stride + row].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Deinterleave(
        ref float source, ref float destination, in Layout layout, ReadOnlySpan<int> rows, CopyAxis outer)
    {
        int columns = layout.Columns, wholeRows = rows.Length / Square * Square, wholeColumns = columns / Square * Square;
        nint stride = layout.Stride;
        for (nint item = 0; item < outer.Size; item++)
        {
            ref float from = ref Unsafe.Add(ref source, item * outer.SourceStride);
            ref float to = ref Unsafe.Add(ref destination, item * outer.DestinationStride);
            for (int row = 0; row < wholeRows; row += Square)
            {
                ref float row0 = ref Unsafe.Add(ref to, rows[row]);
                ref float row1 = ref Unsafe.Add(ref to, rows[row + 1]);
                ref float row2 = ref Unsafe.Add(ref to, rows[row + 2]);
                ref float row3 = ref Unsafe.Add(ref to, rows[row + 3]);
                int column = 0;
                for (; Avx.IsSupported && column <= columns - (2 * Square); column += 2 * Square)
                {
                    ref float columns0 = ref Unsafe.Add(ref from, (column * stride) + row);
                    (Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth) = Panel.Columns(
                        Load(ref columns0, stride), Load(ref Unsafe.Add(ref columns0, stride), stride),
                        Load(ref Unsafe.Add(ref columns0, stride * 2), stride), Load(ref Unsafe.Add(ref columns0, stride * 3), stride));
                    first.StoreUnsafe(ref row0, (nuint)column);
                    second.StoreUnsafe(ref row1, (nuint)column);
                    third.StoreUnsafe(ref row2, (nuint)column);
                    fourth.StoreUnsafe(ref row3, (nuint)column);
                }

                for (; column < wholeColumns; column += Square)
                {
                    ref float columns0 = ref Unsafe.Add(ref from, (column * stride) + row);
                    (Vector128<float> first, Vector128<float> second, Vector128<float> third, Vector128<float> fourth) = Panel.Columns(
                        Vector128.LoadUnsafe(ref columns0), Vector128.LoadUnsafe(ref Unsafe.Add(ref columns0, stride)),
                        Vector128.LoadUnsafe(ref Unsafe.Add(ref columns0, stride * 2)),
                        Vector128.LoadUnsafe(ref Unsafe.Add(ref columns0, stride * 3)));
                    first.StoreUnsafe(ref row0, (nuint)column);
                    second.StoreUnsafe(ref row1, (nuint)column);
                    third.StoreUnsafe(ref row2, (nuint)column);
                    fourth.StoreUnsafe(ref row3, (nuint)column);
                }
            }

            for (int row = 0; row < rows.Length; row++)
                for (int column = row < wholeRows ? wholeColumns : 0; column < columns; column++)
                    Unsafe.Add(ref to, rows[row] + column) = Unsafe.Add(ref from, (column * stride) + row);
        }
    }

    /// <summary>Stores four rows of a column, and of the fourth column behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> columns, ref float result, nint stride)
    {
        columns.GetLower().StoreUnsafe(ref result);
        columns.GetUpper().StoreUnsafe(ref Unsafe.Add(ref result, stride * Square));
    }

    /// <summary>Loads four rows of a column, and of the fourth column behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Load(ref float column, nint stride) => Vector256.Create(
        Vector128.LoadUnsafe(ref column), Vector128.LoadUnsafe(ref Unsafe.Add(ref column, stride * Square)));

    /// <summary>What is interleaved.</summary>
    /// <param name="Rows">How many rows.</param>
    /// <param name="Columns">Floats of a row.</param>
    /// <param name="Stride">Floats from one column to the next where rows are interleaved.</param>
    /// <param name="IsInterleaved">Whether the destination is interleaved, or else the source.</param>
    /// <param name="OuterAxes">Axes that are neither.</param>
    private readonly record struct Layout(int Rows, int Columns, int Stride, bool IsInterleaved, int OuterAxes);
}
