using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Gradients of the weight of a product, written once for all vector widths.</summary>
/// <remarks>
/// One thread sums each element over the rows in their order. More than 2048 rows are summed in blocks (<see cref="LongSums"/>).
/// </remarks>
[CLSCompliant(false)]
public static partial class WeightGradients
{
    /// <summary>
    /// Rows of the sums that follow each other before others do: with a panel's columns, as much of the output's gradient as L1 holds
    /// beside the source.
    /// </summary>
    private const int RowsAtOnce = 128;

    /// <summary>
    /// So many rows of the weight are worth a copy of the part of the output's gradient that they read. Its rows lie a power of two apart
    /// as a rule, and few of them have a place in L1 at the same time. Tiles for 32 registers read them half as often.
    /// </summary>
    private const int RowsOfPacked = 32;

    /// <summary>gradient[k, column] = Σ over rows of source[row, k] · outputGradient[row, column], for k in [begin, end).</summary>
    /// <typeparam name="S">The vector width; its lanes divide <paramref name="gradientStride"/>.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <param name="source">The first float of the product's left side, [rows, depth].</param>
    /// <param name="sourceStride">Floats from one of its rows to the next.</param>
    /// <param name="outputGradient">
    /// The first float of the result's gradient, [rows, columns]. Whole vectors of it are read, the last with zeros in its padding.
    /// </param>
    /// <param name="outputGradientStride">Floats from one of its rows to the next.</param>
    /// <param name="gradient">The first float of the weight's gradient, [depth, columns].</param>
    /// <param name="gradientStride">Floats from one of its rows to the next.</param>
    /// <param name="columns">Its columns, without padding.</param>
    /// <param name="rows">How many rows are summed.</param>
    /// <param name="begin">The first row of the weight's gradient.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="adds">Whether the sums go on from what the gradient holds.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void OfProduct<S, V>(
        ref float source, int sourceStride, ref float outputGradient, int outputGradientStride, ref float gradient, int gradientStride,
        int columns, int rows, int begin, int end, bool adds = false)
        where S : ISimd<V>
        where V : struct
    {
        if (rows > LongSums.LongestPlain)
        {
            OfLongProduct<S, V>(
                ref source, sourceStride, ref outputGradient, outputGradientStride,
                ref gradient, gradientStride, columns, rows, begin, end, adds);
            return;
        }

        columns = (columns + S.Lanes - 1) / S.Lanes * S.Lanes;
        if (S.Registers < 32 && outputGradientStride > Products.PanelColumns && end - begin >= RowsOfPacked)
        {
            OfPacked<S, V>(
                ref source, sourceStride, ref outputGradient, outputGradientStride,
                ref gradient, gradientStride, columns, rows, begin, end, adds);
            return;
        }

        for (int first = 0, count; first < rows; first += count)
        {
            count = Math.Min(RowsAtOnce, rows - first);
            for (int column = 0, width; column < columns; column += width)
            {
                width = Math.Min(Products.PanelColumns, columns - column);
                OfPanel<S, V>(
                    ref Unsafe.Add(ref source, (nint)first * sourceStride), sourceStride,
                    ref Unsafe.Add(ref outputGradient, ((nint)first * outputGradientStride) + column), outputGradientStride,
                    ref Unsafe.Add(ref gradient, column), gradientStride, width, count, begin, end, adds || first > 0);
            }
        }
    }

    /// <summary>The same with copies of the parts of the output's gradient, which lie in one piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private static void OfPacked<S, V>(
        ref float source, int sourceStride, ref float outputGradient, int outputGradientStride, ref float gradient, int gradientStride,
        int columns, int rows, int begin, int end, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        ref float packed = ref StackScratch.Aligned(stackalloc float[(RowsAtOnce * Products.PanelColumns) + AlignedBlock.FloatsPerLine]);
        for (int first = 0, count; first < rows; first += count)
        {
            count = Math.Min(RowsAtOnce, rows - first);
            for (int column = 0, width; column < columns; column += width)
            {
                width = Math.Min(Products.PanelColumns, columns - column);
                Panel.Pack<S, V>(
                    ref Unsafe.Add(ref outputGradient, ((nint)first * outputGradientStride) + column), outputGradientStride,
                    count, width, width, ref packed);
                OfPanel<S, V>(
                    ref Unsafe.Add(ref source, (nint)first * sourceStride), sourceStride, ref packed, width,
                    ref Unsafe.Add(ref gradient, column), gradientStride, width, count, begin, end, adds || first > 0);
            }
        }
    }

    /// <summary>Some columns and some rows of the sums, whose part of the output's gradient stays in L1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OfPanel<S, V>(
        ref float source, int sourceStride, ref float outputGradient, int outputGradientStride, ref float gradient, int gradientStride,
        int columns, int rows, int begin, int end, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        int four = S.Registers >= 32 ? columns / (4 * S.Lanes) * (4 * S.Lanes) : 0;
        int two = four + ((columns - four) / (2 * S.Lanes) * (2 * S.Lanes));
        if (four > 0)
        {
            int row = Strip6x4<S, V>(
                ref source, sourceStride, ref outputGradient, outputGradientStride,
                ref gradient, gradientStride, rows, begin, TileRows.EndOfSixes(begin, end), 0, four, adds);
            if (row + 4 <= end)
                row = Strip4x4<S, V>(
                    ref source, sourceStride, ref outputGradient, outputGradientStride,
                    ref gradient, gradientStride, rows, row, end, 0, four, adds);
            if (row < end)
                Strip1x4<S, V>(
                    ref source, sourceStride, ref outputGradient, outputGradientStride,
                    ref gradient, gradientStride, rows, row, end, 0, four, adds);
        }

        if (two > four)
        {
            int row = S.Registers >= 32
                ? Strip8x2<S, V>(
                    ref source, sourceStride, ref outputGradient, outputGradientStride,
                    ref gradient, gradientStride, rows, begin, end, four, two, adds)
                : Strip6x2<S, V>(
                    ref source, sourceStride, ref outputGradient, outputGradientStride,
                    ref gradient, gradientStride, rows, begin, TileRows.EndOfSixes(begin, end), four, two, adds);
            if (row + 4 <= end)
                row = Strip4x2<S, V>(
                    ref source, sourceStride, ref outputGradient, outputGradientStride,
                    ref gradient, gradientStride, rows, row, end, four, two, adds);
            if (row < end)
                Strip1x2<S, V>(
                    ref source, sourceStride, ref outputGradient, outputGradientStride,
                    ref gradient, gradientStride, rows, row, end, four, two, adds);
        }

        if (columns > two)
        {
            int row = Strip8x1<S, V>(
                ref source, sourceStride, ref outputGradient, outputGradientStride,
                ref gradient, gradientStride, rows, begin, end, two, columns, adds);
            if (row + 4 <= end)
                row = Strip4x1<S, V>(
                    ref source, sourceStride, ref outputGradient, outputGradientStride,
                    ref gradient, gradientStride, rows, row, end, two, columns, adds);
            if (row < end)
                Strip1x1<S, V>(
                    ref source, sourceStride, ref outputGradient, outputGradientStride,
                    ref gradient, gradientStride, rows, row, end, two, columns, adds);
        }
    }
}
