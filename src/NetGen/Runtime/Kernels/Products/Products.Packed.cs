using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <content>Panels of a weight with long rows, copied so that they lie in one piece.</content>
public static partial class Products
{
    /// <summary>So many rows are worth the copy, where the weight's rows are long.</summary>
    private const int RowsOfPacked = 32;

    /// <summary>Columns of long rows: they lie a page or half a page apart.</summary>
    private const int LongRow = 512;

    /// <summary>So many rows are worth the copy where the weight's rows are shorter.</summary>
    private const int ManyRowsOfPacked = 256;

    /// <summary>Terms for which a few rows go through all columns, at most: the weight's part takes a quarter of a small L2.</summary>
    private const int TermsOfAll = 64;

    /// <summary>
    /// Whether panels are copied. In the weight their rows lie a power of two apart as a rule, and few of them have a place in L1 at the
    /// same time. Tiles for 32 registers read the weight half as often.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPacked<S, V>(int columns, int rows)
        where S : ISimd<V>
        where V : struct =>
        S.Registers < 32 && columns > PanelColumns && (rows >= ManyRowsOfPacked || (rows >= RowsOfPacked && columns >= LongRow));

    /// <summary>
    /// Copies a panel of the weight. Returns the floats from one of its rows to the next, and from tile to tile for each column.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int Stride, int Column) PackedWeight<S, V>(
        ref float weight, nint weightStride, int terms, int columns, ref float packed)
        where S : ISimd<V>
        where V : struct
    {
        int tile = TileColumns<S, V>(columns);
        Panel.Pack<S, V>(ref weight, weightStride, terms, columns, tile, ref packed);
        return (tile, terms);
    }

    /// <summary>
    /// As many rows as have room for the sums of all their columns: the weight, which comes from L3 or memory, is read once and in the
    /// order in which it lies there.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private static void LongPackedRows<S, V, E>(
        ref float source, nint sourceStride, ref float weight, ref float output, nint outputStride,
        int depth, int columns, int column, int endColumn, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        const int Most = TallRows * TallColumns;
        ref float memory = ref StackScratch.Aligned(stackalloc float[(3 * Most) + AlignedBlock.FloatsPerLine]);
        ref float packed = ref StackScratch.Aligned(stackalloc float[(TermsOfAll * TallColumns) + AlignedBlock.FloatsPerLine]);
        int rows = end - begin;
        for (int width; column < endColumn; column += width)
        {
            width = Math.Min(TallColumns, endColumn - column);
            if (width > S.Lanes)
                width -= width % (2 * S.Lanes);
            var sums = new LongSums(ref memory, width, Most);
            sums.Begin(rows);
            for (int k = 0; k < depth; k += LongSums.Block)
            {
                int terms = Math.Min(LongSums.Block, depth - k);
                for (int first = 0; first < terms; first += TermsOfAll)
                    AllColumns<S, V>(
                        ref Unsafe.Add(ref source, (begin * sourceStride) + k + first), sourceStride,
                        ref Unsafe.Add(ref weight, ((nint)(k + first) * columns) + column), columns, ref packed, ref sums.Sums,
                        Math.Min(TermsOfAll, terms - first), width, rows, isFirst: first == 0);
                sums.Add<S, V>(rows);
            }

            sums.Store<S, V, E>(
                ref Unsafe.Add(ref output, (begin * outputStride) + column), outputStride, begin, rows, column, in epilogue);
        }
    }

    /// <summary>
    /// Some terms of the sums of all columns. While the tiles run over them, the weight's rows of the next terms come into L2.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AllColumns<S, V>(
        ref float source, nint sourceStride, ref float weight, nint weightStride, ref float packed, ref float sums,
        int terms, int columns, int rows, bool isFirst)
        where S : ISimd<V>
        where V : struct
    {
        int tile = TileColumns<S, V>(columns), sixes = tile > S.Lanes ? TileRows.EndOfSixes(0, rows) : 0;
        Panel.Pack<S, V>(ref weight, weightStride, terms, columns, tile, ref packed);
        for (int column = 0; column < columns; column += tile)
        {
            var panel = new ProductPanel(ref source, ref Unsafe.Add(ref packed, column * terms), ref sums)
            {
                SourceStride = sourceStride, WeightStride = tile, OutputStride = columns,
                Depth = terms, IsFirst = isFirst, IsLast = true, Column = column, EndColumn = column + tile,
            };

            // A tile's terms go through the row of the next ones that is as far down as the tile is to the right.
            int row = sixes == 0 ? 0 : PrefetchingStrip6x2<S, V>(
                in panel, ref Unsafe.Add(ref weight, (terms + (column * terms / columns)) * weightStride),
                Math.Max(1, columns / terms), weightStride, sixes);
            Tiles<S, V, Unchanged<V>>(in panel, row, rows, default);
        }
    }

    /// <summary>Columns of a tile for 16 registers, where so many columns are left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int TileColumns<S, V>(int columns)
        where S : ISimd<V>
        where V : struct => columns > S.Lanes ? 2 * S.Lanes : S.Lanes;
}
