using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <content>
/// Sums of more terms than <see cref="LongSums.LongestPlain"/>. Their blocks are products of their own, by the same tiles.
/// </content>
public static partial class Products
{
    /// <summary>Columns of a few rows, which are read as the weight lies in memory.</summary>
    private const int LongStreamColumns = 256;

    /// <summary>Rows of a tile that is one vector wide.</summary>
    private const int TallRows = 16;

    /// <summary>Columns for which these rows are transposed once.</summary>
    private const int TallColumns = 512;

    /// <summary>Terms of a block that stay in the L1 cache while rows pass.</summary>
    private const int LongPanel = LongSums.Block / 2;

    /// <summary>The rows [begin, end) and columns [column, endColumn) of a product. Bits are the same for many rows and for few.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private static void LongRows<S, V, E>(
        ref float source, nint sourceStride, ref float weight, ref float output, nint outputStride,
        int depth, int columns, int column, int endColumn, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        bool isFew = end - begin < ManyRows, isBeyondL2 = (long)depth * columns >= FloatsBeyondL2;
        if (isBeyondL2 && IsTall<S, V>(end - begin))
        {
            LongTallRows<S, V, E>(
                ref source, sourceStride, ref weight, ref output, outputStride, depth, columns, column, endColumn, begin, end, in epilogue);
            return;
        }

        bool isPacked = !isFew && (isBeyondL2 ? S.Registers < 32 : IsPacked<S, V>(columns, end - begin));
        if (isPacked && isBeyondL2 && end - begin <= TallRows)
        {
            LongPackedRows<S, V, E>(
                ref source, sourceStride, ref weight, ref output, outputStride, depth, columns, column, endColumn, begin, end, in epilogue);
            return;
        }

        ref float packed = ref StackScratch.Aligned(stackalloc float[(LongPanel * PanelColumns) + AlignedBlock.FloatsPerLine]);
        ref float memory = ref StackScratch.Aligned(stackalloc float[LongSums.Floats]);
        for (int next, rows = isFew ? end - begin : LongSums.Rows; begin < end; begin += rows)
        {
            rows = Math.Min(rows, end - begin);
            for (int first = column; first < endColumn; first = next)
            {
                next = isFew ? Math.Min(endColumn, first + LongStreamColumns) : EndOfTiles<S, V>(first, endColumn);
                var sums = new LongSums(ref memory, next - first);
                sums.Begin(rows);
                for (int k = 0; k < depth; k += LongSums.Block)
                {
                    int terms = Math.Min(LongSums.Block, depth - k);
                    ref float x = ref Unsafe.Add(ref source, (begin * sourceStride) + k);
                    ref float w = ref Unsafe.Add(ref weight, ((nint)k * columns) + first);
                    if (isFew)
                        StreamColumns<S, V, Unchanged<V>>(
                            ref x, sourceStride, ref w, ref sums.Sums, next - first,
                            terms, columns, 0, next - first, 0, rows, default, isBeyondL2);
                    else
                        LongBlock<S, V>(
                            ref x, sourceStride, ref w, columns, isPacked, ref packed, ref sums.Sums, terms, next - first, rows);
                    sums.Add<S, V>(rows);
                }

                sums.Store<S, V, E>(
                    ref Unsafe.Add(ref output, (begin * outputStride) + first), outputStride, begin, rows, first, in epilogue);
            }
        }
    }

    /// <summary>As many rows as a tile of one vector has: the weight, which comes from L3 or memory, is read once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private static void LongTallRows<S, V, E>(
        ref float source, nint sourceStride, ref float weight, ref float output, nint outputStride,
        int depth, int columns, int column, int endColumn, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        const int Most = TallRows * TallColumns;
        ref float memory = ref StackScratch.Aligned(stackalloc float[(3 * Most) + AlignedBlock.FloatsPerLine]);
        ref float transposed = ref StackScratch.Aligned(stackalloc float[(LongSums.Block * TallRows) + AlignedBlock.FloatsPerLine]);
        int rows = end - begin;
        for (int width; column < endColumn; column += width)
        {
            width = Math.Min(TallColumns, endColumn - column);
            var sums = new LongSums(ref memory, width, Most);
            sums.Begin(rows);
            for (int k = 0; k < depth; k += LongSums.Block)
            {
                int terms = Math.Min(LongSums.Block, depth - k);
                Panel.Fill(
                    ref Unsafe.Add(ref source, (begin * sourceStride) + k), (int)sourceStride, rows, terms, ref transposed, TallRows);
                for (int first = 0; first < terms; first += LongPanel)
                    TallStrip<S, V>(
                        ref Unsafe.Add(ref transposed, first * TallRows),
                        ref Unsafe.Add(ref weight, ((nint)(k + first) * columns) + column), columns, ref sums.Sums,
                        Math.Min(LongPanel, terms - first), width, adds: first > 0);
                sums.Add<S, V>(rows);
            }

            sums.Store<S, V, E>(
                ref Unsafe.Add(ref output, (begin * outputStride) + column), outputStride, begin, rows, column, in epilogue);
        }
    }

    /// <summary>Whether rows are worth a tile of <see cref="TallRows"/> rows and one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsTall<S, V>(int rows)
        where S : ISimd<V>
        where V : struct => S.Registers >= 32 && rows > TallRows / 2 && rows <= TallRows;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LongBlock<S, V>(
        ref float source, nint sourceStride, ref float weight, int weightStride, bool isPacked, ref float packed, ref float sums,
        int depth, int columns, int rows)
        where S : ISimd<V>
        where V : struct
    {
        for (int first = 0; first < depth; first += LongPanel)
        {
            int length = Math.Min(LongPanel, depth - first);
            ref float w = ref Unsafe.Add(ref weight, (nint)first * weightStride);
            var place = isPacked
                ? PackedWeight<S, V>(ref w, weightStride, length, columns, ref packed)
                : (Stride: weightStride, Column: 1);
            Tiles<S, V, Unchanged<V>>(
                new ProductPanel(ref Unsafe.Add(ref source, first), ref isPacked ? ref packed : ref w, ref sums)
                {
                    SourceStride = sourceStride, WeightStride = place.Stride, WeightColumn = place.Column, OutputStride = columns,
                    Depth = length, IsFirst = first == 0, IsLast = first + length == depth, Column = 0, EndColumn = columns,
                },
                0, rows, default);
        }
    }

    /// <summary>The work items [begin, end) of a product with a transposed weight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private static void LongTransposed<S, V, E>(
        ref float source, int sourceStride, ref float weight, int weightStride, ref float output, int outputStride,
        int depth, int columns, int weightRows, int firstRow, int endRow, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        ref float memory = ref StackScratch.Aligned(stackalloc float[LongSums.Floats]);
        int last = Math.Min(columns, end * PanelColumns);
        for (int column = begin * PanelColumns; column < last; column += PanelColumns)
        {
            int width = Math.Min(PanelColumns, columns - column);
            var sums = new LongSums(ref memory, width);
            for (int row = firstRow, rows; row < endRow; row += rows)
            {
                rows = Math.Min(LongSums.Rows, endRow - row);
                sums.Begin(rows);
                for (int k = 0; k < depth; k += LongSums.Block)
                {
                    TransposedPanels<S, V, Unchanged<V>>(
                        ref Unsafe.Add(ref source, ((nint)row * sourceStride) + k), sourceStride,
                        ref Unsafe.Add(ref weight, ((nint)column * weightStride) + k), weightStride,
                        ref sums.Sums, width, Math.Min(LongSums.Block, depth - k),
                        LongPanel, width, weightRows - column, 0, rows, 0, 1, default);
                    sums.Add<S, V>(rows);
                }

                sums.Store<S, V, E>(
                    ref Unsafe.Add(ref output, ((nint)row * outputStride) + column), outputStride, row, rows, column, in epilogue);
            }
        }
    }
}
