using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Copies of short rows into rows with a padding, as a caller's gradients for ten classes into whole vectors.</summary>
[CLSCompliant(false)]
public static class PaddedRows
{
    /// <summary>destination[row, column] = source[row, column] for the rows [begin, end), with zeros behind their columns.</summary>
    /// <typeparam name="S">The vector width; its lanes divide <paramref name="paddedColumns"/>.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <param name="source">
    /// The first float of the source, [rows, columns]. A read may go beyond the last row, by as
    /// many floats as a vector has more than a row.
    /// </param>
    /// <param name="sourceStride">Floats from one of its rows to the next.</param>
    /// <param name="destination">The first float of the destination.</param>
    /// <param name="destinationStride">Floats from one of its rows to the next.</param>
    /// <param name="columns">Columns that are copied.</param>
    /// <param name="paddedColumns">Columns that are written.</param>
    /// <param name="begin">The first row.</param>
    /// <param name="end">The row after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy<S, V>(
        ref float source, int sourceStride, ref float destination, int destinationStride,
        int columns, int paddedColumns, int begin, int end)
        where S : ISimd<V>
        where V : struct
    {
        for (int row = begin; row < end; row++)
        {
            ref float from = ref Unsafe.Add(ref source, (nint)row * sourceStride);
            ref float to = ref Unsafe.Add(ref destination, (nint)row * destinationStride);
            for (int column = 0; column < paddedColumns; column += S.Lanes)
            {
                // Behind the columns nothing is read: the last row may end the memory.
                V value = column < columns ? S.SelectFirst(columns - column, S.Load(ref Unsafe.Add(ref from, column)), S.Zero) : S.Zero;
                S.Store(value, ref Unsafe.Add(ref to, column));
            }
        }
    }
}
