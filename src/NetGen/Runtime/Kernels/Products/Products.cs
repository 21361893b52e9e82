using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Matrix products, written once for all vector widths and for all that may follow a product in registers.</summary>
/// <remarks>
/// A sum adds its terms in their order, whatever the tile, the width or the number of threads, so a result has the same bits. A sum of more
/// than 2048 terms is made of the sums of blocks (<see cref="LongSums"/>). The README of this folder leads from the formula to the tiles.
/// </remarks>
[CLSCompliant(false)]
public static partial class Products
{
    /// <summary>
    /// Columns of a panel. Together with the panel's rows, they stay in the L1 cache while rows of the left side pass. Also the columns of
    /// a work item of <see cref="Transposed"/>.
    /// </summary>
    public const int PanelColumns = 64;

    /// <summary>From so many rows on a panel is worth its partial sums.</summary>
    private const int ManyRows = 4;

    /// <summary>From so many samples on, threads share samples rather than columns.</summary>
    private const int ManySamples = 4;

    /// <summary>A weight of so many floats does not stay in the L2 cache between two predictions.</summary>
    private const int FloatsBeyondL2 = 1 << 18;

    /// <summary>
    /// How many rows ahead a weight that is not in L2 is prefetched. A page ends after two or four rows,
    /// and the processor does not look beyond it.
    /// </summary>
    private const int PrefetchedRows = 8;

    /// <summary>output[row, column] = epilogue(Σₖ source[row, k] · weight[k, column]) for the rows [begin, end).</summary>
    /// <typeparam name="S">The vector width; its lanes divide <paramref name="columns"/>.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="E">What follows the sums.</typeparam>
    /// <param name="source">The first float of the left side, [rows, depth].</param>
    /// <param name="sourceStride">Floats from one of its rows to the next.</param>
    /// <param name="weight">The first float of the weight, [depth, columns].</param>
    /// <param name="output">The first float of the result, [rows, columns].</param>
    /// <param name="outputStride">Floats from one of its rows to the next.</param>
    /// <param name="depth">Terms of each sum.</param>
    /// <param name="panel">
    /// How many terms are summed for all rows before the next ones follow. Partial sums stay in the result meanwhile.
    /// </param>
    /// <param name="columns">Columns of the result and of the weight in memory, padding included.</param>
    /// <param name="begin">The first row.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="epilogue">What follows the sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows<S, V, E>(
        ref float source, int sourceStride, ref float weight, ref float output, int outputStride,
        int depth, int panel, int columns, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        Columns<S, V, E>(
            ref source, sourceStride, ref weight, ref output, outputStride, depth, panel, columns, 0, columns, begin, end, in epilogue);
    }

    /// <summary>
    /// Computes the same for a small weight, which stays in the L1 cache. The cost of calls matters here, and the sizes become constants in
    /// the caller. Its epilogue has to be short.
    /// </summary>
    /// <inheritdoc cref="Rows"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SmallRows<S, V, E>(
        ref float source, int sourceStride, ref float weight, ref float output, int outputStride,
        int depth, int columns, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (end - begin < ManyRows)
            StreamRows<S, V, E>(ref source, sourceStride, ref weight, ref output, outputStride, depth, columns, begin, end, in epilogue);
        else
            SmallTiles<S, V, E>(ref source, sourceStride, ref weight, ref output, outputStride, depth, columns, begin, end, in epilogue);
    }

    /// <summary>
    /// Computes the same for a prediction, whose rows are cut into parts of their columns so that several threads may share a
    /// row. Item i is part i mod <paramref name="parts"/> of row i / <paramref name="parts"/>. Where there are many rows, a row
    /// belongs to the thread that has its first part.
    /// </summary>
    /// <param name="parts">The parts of a row, which divide <paramref name="columns"/>.</param>
    /// <param name="rows">Rows of all threads together: all go the same way.</param>
    /// <param name="begin">The first item.</param>
    /// <param name="end">The item after the last.</param>
    /// <inheritdoc cref="Rows"/>
    public static void PartsOfRows<S, V, E>(
        ref float source, int sourceStride, ref float weight, ref float output, int outputStride,
        int depth, int panel, int columns, int parts, int rows, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (rows >= ManyRows)
        {
            (begin, end) = ((begin + parts - 1) / parts, (end + parts - 1) / parts);
            if (depth > LongSums.LongestPlain)
            {
                LongRows<S, V, E>(
                    ref source, sourceStride, ref weight, ref output, outputStride, depth, columns, 0, columns, begin, end, in epilogue);
                return;
            }

            if (!E.IsLong)
            {
                Panels<S, V, E>(
                    ref source, sourceStride, ref weight, ref output, outputStride,
                    depth, panel, columns, 0, columns, begin, end, in epilogue);
                return;
            }

            Panels<S, V, Unchanged<V>>(
                ref source, sourceStride, ref weight, ref output, outputStride, depth, panel, columns, 0, columns, begin, end, default);
            Epilogues.Apply<S, V, E>(ref output, outputStride, 0, columns, begin, end, in epilogue);
            return;
        }

        for (int item = begin; item < end;)
        {
            int row = item / parts, first = item - (row * parts), last = Math.Min(parts, first + end - item), width = columns / parts;
            Columns<S, V, E>(
                ref source, sourceStride, ref weight, ref output, outputStride, depth, panel, columns,
                first * width, last * width, row, row + 1, in epilogue);
            item += last - first;
        }
    }

    /// <summary>
    /// Computes the same for a prediction of samples of several rows, cut into parts of their columns so that several threads may share a
    /// sample. Item i is part i mod <paramref name="parts"/> of the rows of sample i / <paramref name="parts"/>. Where there are many
    /// samples, one belongs to the thread that has its first part.
    /// </summary>
    /// <param name="rowsOfSample">Rows of a sample, which follow those of the sample before.</param>
    /// <param name="parts">The parts of a sample, which divide <paramref name="columns"/>.</param>
    /// <param name="samples">Samples of all threads together: all go the same way.</param>
    /// <param name="begin">The first item.</param>
    /// <param name="end">The item after the last.</param>
    /// <inheritdoc cref="Rows"/>
    public static void PartsOfSamples<S, V, E>(
        ref float source, int sourceStride, ref float weight, ref float output, int outputStride,
        int depth, int panel, int columns, int rowsOfSample, int parts, int samples, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (samples >= ManySamples)
        {
            Rows<S, V, E>(
                ref source, sourceStride, ref weight, ref output, outputStride, depth, panel, columns,
                (begin + parts - 1) / parts * rowsOfSample, (end + parts - 1) / parts * rowsOfSample, in epilogue);
            return;
        }

        int width = columns / parts;
        for (int item = begin, next; item < end; item = next)
        {
            int sample = item / parts, first = item - (sample * parts), last = Math.Min(parts, first + end - item);
            next = item + last - first;
            Columns<S, V, E>(
                ref source, sourceStride, ref weight, ref output, outputStride, depth, panel, columns,
                first * width, last * width, sample * rowsOfSample, (sample + 1) * rowsOfSample, in epilogue);
        }
    }

    /// <summary>
    /// Computes output[row, column] = epilogue(Σₖ source[row, k] · weight[column, k]) for all rows and
    /// the columns of the work items [begin, end).
    /// </summary>
    /// <remarks>Each part of the weight is transposed once, into memory that stays in the L1 cache while all rows pass.</remarks>
    /// <param name="weight">The first float of the weight, [columns, depth].</param>
    /// <param name="weightStride">Floats from one of its rows to the next.</param>
    /// <param name="columns">Columns of the result in memory, padding included.</param>
    /// <param name="weightRows">Rows of the weight: columns of the result without padding.</param>
    /// <param name="firstRow">The first row.</param>
    /// <param name="endRow">The row after the last.</param>
    /// <param name="begin">The first work item: <see cref="PanelColumns"/> columns.</param>
    /// <param name="end">The work item after the last.</param>
    /// <inheritdoc cref="Rows"/>
    public static void Transposed<S, V, E>(
        ref float source, int sourceStride, ref float weight, int weightStride, ref float output, int outputStride,
        int depth, int panel, int columns, int weightRows, int firstRow, int endRow, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (depth > LongSums.LongestPlain)
        {
            LongTransposed<S, V, E>(
                ref source, sourceStride, ref weight, weightStride, ref output, outputStride,
                depth, columns, weightRows, firstRow, endRow, begin, end, in epilogue);
            return;
        }

        if (E.IsLong)
        {
            TransposedPanels<S, V, Unchanged<V>>(
                ref source, sourceStride, ref weight, weightStride, ref output, outputStride,
                depth, panel, columns, weightRows, firstRow, endRow, begin, end, default);
            Epilogues.Apply<S, V, E>(
                ref output, outputStride, begin * PanelColumns, Math.Min(columns, end * PanelColumns), firstRow, endRow, in epilogue);
            return;
        }

        TransposedPanels<S, V, E>(
            ref source, sourceStride, ref weight, weightStride, ref output, outputStride,
            depth, panel, columns, weightRows, firstRow, endRow, begin, end, in epilogue);
    }

    /// <summary>The columns [column, endColumn) of the rows [begin, end).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns<S, V, E>(
        ref float source, int sourceStride, ref float weight, ref float output, int outputStride,
        int depth, int panel, int columns, int column, int endColumn, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (depth > LongSums.LongestPlain)
        {
            LongRows<S, V, E>(
                ref source, sourceStride, ref weight, ref output, outputStride, depth, columns, column, endColumn, begin, end, in epilogue);
        }
        else if (E.IsLong)
        {
            Columns<S, V, Unchanged<V>>(
                ref source, sourceStride, ref weight, ref output, outputStride,
                depth, panel, columns, column, endColumn, begin, end, default);
            Epilogues.Apply<S, V, E>(ref output, outputStride, column, endColumn, begin, end, in epilogue);
        }
        else if (end - begin < ManyRows)
            StreamColumns<S, V, E>(
                ref source, sourceStride, ref weight, ref output, outputStride, depth, columns, column, endColumn, begin, end, in epilogue);
        else
            Panels<S, V, E>(
                ref source, sourceStride, ref weight, ref output, outputStride,
                depth, panel, columns, column, endColumn, begin, end, in epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private static void TransposedPanels<S, V, E>(
        ref float source, int sourceStride, ref float weight, int weightStride, ref float output, int outputStride,
        int depth, int panel, int columns, int weightRows, int firstRow, int endRow, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        ref float transposed = ref StackScratch.Aligned(stackalloc float[(panel * PanelColumns) + AlignedBlock.FloatsPerLine]);
        int last = Math.Min(columns, end * PanelColumns);
        for (int block = begin * PanelColumns; block < last; block += PanelColumns)
        {
            int width = Math.Min(PanelColumns, columns - block);
            for (int first = 0; first < depth; first += panel)
            {
                int length = Math.Min(panel, depth - first);
                Panel.Fill(
                    ref Unsafe.Add(ref weight, ((nint)block * weightStride) + first), weightStride,
                    Math.Min(width, weightRows - block), length, ref transposed, width);
                for (int column = block, next; column < block + width; column = next)
                {
                    next = EndOfTiles<S, V>(column, block + width);
                    Tiles<S, V, E>(
                        new ProductPanel(ref Unsafe.Add(ref source, first), ref Unsafe.Add(ref transposed, column - block), ref output)
                        {
                            SourceStride = sourceStride, WeightStride = width, OutputStride = outputStride,
                            Depth = length, IsFirst = first == 0, IsLast = first + length == depth, Column = column, EndColumn = next,
                        },
                        firstRow, endRow, in epilogue);
                }
            }
        }
    }

    /// <summary>Many rows: a panel of the weight, or its copy, stays in the L1 cache while they pass.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private static void Panels<S, V, E>(
        ref float source, nint sourceStride, ref float weight, ref float output, nint outputStride,
        int depth, int panel, int columns, int column, int endColumn, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        bool isPacked = IsPacked<S, V>(columns, end - begin);
        ref float packed = ref StackScratch.Aligned(
            stackalloc float[(isPacked ? panel * PanelColumns : 0) + AlignedBlock.FloatsPerLine]);
        for (int next; column < endColumn; column = next)
        {
            next = EndOfTiles<S, V>(column, endColumn);
            for (int first = 0; first < depth; first += panel)
            {
                int length = Math.Min(panel, depth - first);
                ref float w = ref Unsafe.Add(ref weight, ((nint)first * columns) + column);
                var place = isPacked
                    ? PackedWeight<S, V>(ref w, columns, length, next - column, ref packed)
                    : (Stride: columns, Column: 1);
                Tiles<S, V, E>(
                    new ProductPanel(ref Unsafe.Add(ref source, first), ref isPacked ? ref packed : ref w, ref output)
                    {
                        SourceStride = sourceStride, WeightStride = place.Stride, WeightColumn = place.Column, OutputStride = outputStride,
                        Depth = length, IsFirst = first == 0, IsLast = first + length == depth, Column = column, EndColumn = next,
                    },
                    begin, end, in epilogue);
            }
        }
    }

    /// <summary>
    /// Takes the largest tile that leaves registers for the vectors of one term and a broadcast, then
    /// smaller ones for the rows that are left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tiles<S, V, E>(scoped in ProductPanel panel, int row, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int width = panel.EndColumn - panel.Column;
        if (S.Registers >= 32 && width % (4 * S.Lanes) == 0)
        {
            row = Strip6x4<S, V, E>(in panel, row, TileRows.EndOfSixes(row, end), in epilogue);
            if (row + 4 <= end)
                row = Strip4x4<S, V, E>(in panel, row, end, in epilogue);
            if (row < end)
                Strip1x4<S, V, E>(in panel, row, end, in epilogue);
        }
        else if (width > S.Lanes)
        {
            row = S.Registers >= 32
                ? Strip8x2<S, V, E>(in panel, row, end, in epilogue)
                : Strip6x2<S, V, E>(in panel, row, TileRows.EndOfSixes(row, end), in epilogue);
            if (row + 4 <= end)
                row = Strip4x2<S, V, E>(in panel, row, end, in epilogue);
            if (row < end)
                Strip1x2<S, V, E>(in panel, row, end, in epilogue);
        }
        else
        {
            row = Strip8x1<S, V, E>(in panel, row, end, in epilogue);
            if (row + 4 <= end)
                row = Strip4x1<S, V, E>(in panel, row, end, in epilogue);
            if (row < end)
                Strip1x1<S, V, E>(in panel, row, end, in epilogue);
        }
    }

    /// <summary>
    /// The tiles of a small weight, which needs no panels. It is inlined, so that a caller that knows
    /// the columns calls only the tiles they need.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SmallTiles<S, V, E>(
        ref float source, nint sourceStride, ref float weight, ref float output, nint outputStride,
        int depth, int columns, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int four = S.Registers >= 32 ? columns / (4 * S.Lanes) * (4 * S.Lanes) : 0;
        int two = four + ((columns - four) / (2 * S.Lanes) * (2 * S.Lanes));
        int row;
        if (four > 0)
        {
            row = SmallStrip6x4<S, V, E>(
                ref source, sourceStride, ref weight, columns, ref output, outputStride,
                depth, begin, TileRows.EndOfSixes(begin, end), 0, four, in epilogue);
            if (row + 4 <= end)
                row = SmallStrip4x4<S, V, E>(
                    ref source, sourceStride, ref weight, columns, ref output, outputStride, depth, row, end, 0, four, in epilogue);
            if (row < end)
                StreamColumns<S, V, E>(
                    ref source, sourceStride, ref weight, ref output, outputStride, depth, columns, 0, four, row, end, in epilogue);
        }

        if (two > four)
        {
            row = S.Registers >= 32
                ? SmallStrip8x2<S, V, E>(
                    ref source, sourceStride, ref weight, columns, ref output, outputStride, depth, begin, end, four, two, in epilogue)
                : SmallStrip6x2<S, V, E>(
                    ref source, sourceStride, ref weight, columns, ref output, outputStride,
                    depth, begin, TileRows.EndOfSixes(begin, end), four, two, in epilogue);
            if (row + 4 <= end)
                row = SmallStrip4x2<S, V, E>(
                    ref source, sourceStride, ref weight, columns, ref output, outputStride, depth, row, end, four, two, in epilogue);
            if (row < end)
                StreamColumns<S, V, E>(
                    ref source, sourceStride, ref weight, ref output, outputStride, depth, columns, four, two, row, end, in epilogue);
        }

        if (columns > two)
        {
            row = SmallStrip8x1<S, V, E>(
                ref source, sourceStride, ref weight, columns, ref output, outputStride, depth, begin, end, two, columns, in epilogue);
            if (row + 4 <= end)
                row = SmallStrip4x1<S, V, E>(
                    ref source, sourceStride, ref weight, columns, ref output, outputStride, depth, row, end, two, columns, in epilogue);
            if (row < end)
                StreamColumns<S, V, E>(
                    ref source, sourceStride, ref weight, ref output, outputStride, depth, columns, two, columns, row, end, in epilogue);
        }
    }

    /// <summary>Where the columns end that tiles of one shape cover: at most a panel's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int EndOfTiles<S, V>(int column, int columns)
        where S : ISimd<V>
        where V : struct
    {
        int left = Math.Min(columns - column, PanelColumns);
        if (S.Registers >= 32 && left >= 4 * S.Lanes)
            return column + (left / (4 * S.Lanes) * (4 * S.Lanes));
        return column + (left >= 2 * S.Lanes ? left / (2 * S.Lanes) * (2 * S.Lanes) : S.Lanes);
    }

    /// <summary>
    /// Streams the weight for a few rows: each row goes through its columns of the weight as they lie in memory. There is one call for the
    /// columns that each number of vectors divides, since the JIT inlines only so much into one method.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void StreamColumns<S, V, E>(
        ref float source, nint sourceStride, ref float weight, ref float output, nint outputStride,
        int depth, int columns, int column, int endColumn, int begin, int end, scoped in E epilogue, bool isBeyondL2 = false)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int sixteen = S.Registers >= 32 ? column + ((endColumn - column) / (16 * S.Lanes) * (16 * S.Lanes)) : column;
        int eight = sixteen + ((endColumn - sixteen) / (8 * S.Lanes) * (8 * S.Lanes));
        int four = eight + ((endColumn - eight) / (4 * S.Lanes) * (4 * S.Lanes));
        int two = four + ((endColumn - four) / (2 * S.Lanes) * (2 * S.Lanes));
        if (sixteen > column && 16 * S.Lanes > PanelColumns && columns > 16 * S.Lanes && !Prefetch.IsAmd
            && (isBeyondL2 || (long)depth * columns >= FloatsBeyondL2))
        {
            Stream16PrefetchedRows<S, V, E>(
                ref source, sourceStride, ref weight, columns, ref output, outputStride, depth, begin, end, column, sixteen, in epilogue);
        }
        else if (sixteen > column)
        {
            Stream16Rows<S, V, E>(
                ref source, sourceStride, ref weight, columns, ref output, outputStride, depth, begin, end, column, sixteen, in epilogue);
        }

        if (eight > sixteen)
            Stream8Rows<S, V, E>(
                ref source, sourceStride, ref weight, columns, ref output, outputStride, depth, begin, end, sixteen, eight, in epilogue);
        if (four > eight)
            Stream4Rows<S, V, E>(
                ref source, sourceStride, ref weight, columns, ref output, outputStride, depth, begin, end, eight, four, in epilogue);
        if (two > four)
            Stream2Rows<S, V, E>(
                ref source, sourceStride, ref weight, columns, ref output, outputStride, depth, begin, end, four, two, in epilogue);
        if (endColumn > two)
            Stream1Rows<S, V, E>(
                ref source, sourceStride, ref weight, columns, ref output, outputStride, depth, begin, end, two, endColumn, in epilogue);
    }

    /// <summary>A few rows of a small weight, inlined: what its columns do not take is not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StreamRows<S, V, E>(
        ref float source, nint sourceStride, ref float weight, ref float output, nint outputStride,
        int depth, int columns, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int eight = columns / (8 * S.Lanes) * (8 * S.Lanes);
        int four = eight + ((columns - eight) / (4 * S.Lanes) * (4 * S.Lanes));
        int two = four + ((columns - four) / (2 * S.Lanes) * (2 * S.Lanes));
        for (int row = begin; row < end; row++)
        {
            ref float x = ref Unsafe.Add(ref source, row * sourceStride);
            ref float y = ref Unsafe.Add(ref output, row * outputStride);
            if (eight > 0)
                Stream8<S, V, E>(ref x, ref weight, columns, ref y, depth, row, 0, eight, in epilogue);
            if (four > eight)
                Stream4<S, V, E>(ref x, ref weight, columns, ref y, depth, row, eight, four, in epilogue);
            if (two > four)
                Stream2<S, V, E>(ref x, ref weight, columns, ref y, depth, row, four, two, in epilogue);
            if (columns > two)
                Stream1<S, V, E>(ref x, ref weight, columns, ref y, depth, row, two, columns, in epilogue);
        }
    }
}
