using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Scheduling;

/// <summary>The loops of a product of rows with a weight.</summary>
/// <param name="Depth">Terms of each sum.</param>
/// <param name="Columns">Columns of the result in memory, padding included.</param>
/// <param name="Panel">Terms that are summed for all rows before the next ones follow.</param>
/// <param name="Parts">Work items of a sample in a prediction, where several threads may share a sample.</param>
/// <param name="SharesRows">Whether these are the sample's rows; else some columns of them.</param>
internal sealed record ProductSchedule(int Depth, int Columns, int Panel, int Parts, bool SharesRows) : Schedule
{
    /// <summary>Columns of a panel; also those of a work item where work is split by columns.</summary>
    public const int PanelColumns = 64;

    /// <summary>With a panel's columns these are three quarters of L1: a panel leaves room for the rows.</summary>
    private const int BestPanel = 3 * Caches.L1 / 4 / PanelColumns;

    /// <summary>Of several rows, a work item is a panel or half of one: it is read once for all rows.</summary>
    private static readonly int[] PartsOfSeveralRows = [PanelColumns, PanelColumns / 2];

    /// <summary>Of one row, a thread takes as many columns as it can, up to four panels, which it streams.</summary>
    private static readonly int[] PartsOfOneRow = [4 * PanelColumns, 2 * PanelColumns, PanelColumns];

    /// <summary>So many floats of a weight for each of the rows and results of a sample make columns worth sharing.</summary>
    private const int WeightOfRow = 8;

    /// <summary>A weight of so many floats stays in L1 whole.</summary>
    private const int SmallWeight = Caches.L1 / 2;

    internal override int RowsOfSample => SharesRows ? Parts : 1;

    /// <summary>Whether the weight stays in L1: a row takes so little time that calls count.</summary>
    public bool IsSmall => IsSmallWeight(Depth, Columns);

    /// <summary>Columns of a work item.</summary>
    public int ColumnsOfPart => Columns / Parts;

    public static ProductSchedule Of(FusedGroup group)
    {
        var product = (Product)group.Anchor!;
        (int depth, int columns) = (product.Operands[0].Shape.Inner, product.Shape.PaddedInner);
        (int parts, bool sharesRows) = group.IsPrediction ? PartsOf(group, product, depth, columns) : (1, false);
        return new(depth, columns, PanelOf(depth), parts, sharesRows);
    }

    private static (int Parts, bool SharesRows) PartsOf(FusedGroup group, Product product, int depth, int columns)
    {
        int rows = product.Shape.Rows;
        if (rows == 1)
            return (PartsOf(depth, columns, PartsOfOneRow), false);
        if (!group.Stored.Append(product.Operands[0]).All(tensor => tensor.IsOneMatrix))
            return (1, false);
        return IsMostlyWeight(product) && PartsOf(depth, columns, PartsOfSeveralRows) is > 1 and var parts ? (parts, false) : (rows, true);
    }

    /// <summary>Terms of a panel: all where they are few, else near the best number and one that divides them if possible.</summary>
    public static int PanelOf(int depth)
    {
        if (depth <= 2 * BestPanel)
            return depth;
        for (int distance = 0; distance <= BestPanel / 3; distance++)
            foreach (int rows in (int[])[BestPanel + distance, BestPanel - distance])
                if (depth % rows == 0)
                    return rows;
        int panels = (depth + BestPanel - 1) / BestPanel;
        return (depth + panels - 1) / panels;
    }

    /// <summary>Whether threads that share columns, and so parts of the weight, read far less of the rows, which they all read.</summary>
    private static bool IsMostlyWeight(Product product) =>
        product.Operands[1].Shape.Count >= WeightOfRow * (long)(product.Operands[0].Shape.Count + product.Shape.Count);

    /// <summary>A small weight is not worth sharing.</summary>
    /// <param name="depth">Terms of each sum.</param>
    /// <param name="columns">Columns in memory.</param>
    /// <param name="sizes">Columns of a part, the best first.</param>
    private static int PartsOf(int depth, int columns, int[] sizes)
    {
        if (IsSmallWeight(depth, columns))
            return 1;
        foreach (int part in sizes)
            if (columns > part && columns % part == 0)
                return columns / part;
        return 1;
    }

    private static bool IsSmallWeight(int depth, int columns) => (long)depth * columns <= SmallWeight;
}
