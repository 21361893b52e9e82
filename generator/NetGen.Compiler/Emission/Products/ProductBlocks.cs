using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>How the loops of a product are cut for registers and caches.</summary>
internal static class ProductBlocks
{
    /// <summary>Columns that a panel of the matrix has; also what one work item has where the work is split by columns.</summary>
    public const int Columns = 64;

    /// <summary>Fewer rows than this do not pay for going through the matrix in panels.</summary>
    public const int ManyRows = 4;

    /// <summary>With 64 columns these are 24 KiB: a panel leaves room for the rows in the nearest cache.</summary>
    private const int BestPanelRows = 96;

    /// <summary>A matrix of so many floats stays in the nearest cache whole.</summary>
    private const int NearFloats = 4096;

    /// <summary>A matrix of so many floats does not stay in the second cache between two predictions.</summary>
    private const int FarFloats = 1 << 18;

    /// <summary>So many rows of a far matrix are asked for ahead: a page of memory ends after two or four of them, where the processor does not look further.</summary>
    public const int RowsAhead = 8;

    /// <summary>Rows of the matrix in one panel: all of them where they are few, else near the best number and even if possible.</summary>
    public static int PanelRows(int depth)
    {
        if (depth <= 2 * BestPanelRows)
            return depth;
        for (int distance = 0; distance <= BestPanelRows / 3; distance++)
            foreach (int rows in (int[])[BestPanelRows + distance, BestPanelRows - distance])
                if (depth % rows == 0)
                    return rows;
        int panels = (depth + BestPanelRows - 1) / BestPanelRows;
        return (depth + panels - 1) / panels;
    }

    /// <summary>Whether a few rows are better off with wide tiles that follow the matrix as it lies in memory.</summary>
    public static bool IsStreamedByFewRows(int depth, int columns, VectorDialect dialect) =>
        !dialect.IsScalar && depth * columns > NearFloats && columns > dialect.Lanes;

    /// <summary>
    /// Whether a few rows wait for the matrix, which is far and is not read from one end to the other but so many columns of it at a
    /// time: a run the processor foresees by itself, and the short steps of a few columns better than it is told.
    /// </summary>
    public static bool IsFar(int depth, int columns, int columnsAtOnce) =>
        depth * columns >= FarFloats && columns > columnsAtOnce && columnsAtOnce > Columns;

    /// <summary>Columns of the result in a work item of a prediction: a part of them where the matrix is large, so that threads may share a sample.</summary>
    public static int ColumnsOfPart(Product product)
    {
        int columns = product.Shape.PaddedInner;
        if (product.Shape.Rows > 1 || product.Operands[1].Shape.Rows * columns <= NearFloats)
            return columns;
        foreach (int part in (int[])[4 * Columns, 2 * Columns, Columns])
            if (columns > part && columns % part == 0)
                return part;
        return columns;
    }

    public static int PartsOfSample(FusedGroup group) =>
        group.IsPrediction && group.Anchor is Product product ? product.Shape.PaddedInner / ColumnsOfPart(product) : 1;

    /// <summary>Whether the work is split by columns of the result rather than by samples: a panel is then turned once only.</summary>
    public static bool IsSplitByColumns(Tensor product) => product is TransposedProduct && product.Shape.Rows == 1;

    /// <summary>Work items of a product that is split by columns.</summary>
    public static int WorkItems(Tensor product) => (product.Shape.PaddedInner + Columns - 1) / Columns;

    /// <summary>Vectors of a tile, and its rows where whole tiles are left, then where fewer rows are, then for the last ones.</summary>
    public static (int Vectors, int[] Rows) Tiles(VectorDialect dialect, int vectors)
    {
        if (dialect.IsScalar)
            return (1, [1]);
        if (dialect.Registers >= 32)
            return vectors >= 4 ? (4, [6, 4, 1]) : (Math.Min(vectors, 2), [8, 4, 1]);
        return vectors >= 2 ? (2, [6, 4, 1]) : (1, [8, 4, 1]);
    }
}
