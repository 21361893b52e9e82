using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Scheduling;

/// <summary>The loops of a product of rows with a weight.</summary>
/// <param name="Depth">Terms of each sum.</param>
/// <param name="Columns">Columns of the result in memory, padding included.</param>
/// <param name="Panel">Terms that are summed for all rows before the next ones follow.</param>
/// <param name="Parts">Work items of a row in a prediction, where several threads may share a row.</param>
internal sealed record ProductSchedule(int Depth, int Columns, int Panel, int Parts) : Schedule
{
    /// <summary>Columns of a panel; also those of a work item where work is split by columns.</summary>
    public const int PanelColumns = 64;

    /// <summary>With a panel's columns these are three quarters of L1: a panel leaves room for the rows.</summary>
    private const int BestPanel = 3 * Caches.L1 / 4 / PanelColumns;

    /// <summary>A weight of so many floats stays in L1 whole.</summary>
    private const int SmallWeight = Caches.L1 / 2;

    /// <summary>Whether the weight stays in L1: a row takes so little time that calls count.</summary>
    public bool IsSmall => IsSmallWeight(Depth, Columns);

    /// <summary>Columns of a work item.</summary>
    public int ColumnsOfPart => Columns / Parts;

    public static ProductSchedule Of(Product product, bool isPrediction)
    {
        (int depth, int columns) = (product.Operands[0].Shape.Inner, product.Shape.PaddedInner);
        return new(depth, columns, PanelOf(depth), isPrediction && product.Shape.Rows == 1 ? PartsOf(depth, columns) : 1);
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

    /// <summary>A small weight is not worth sharing; of a larger one a thread takes as many columns as it can, up to four panels.</summary>
    private static int PartsOf(int depth, int columns)
    {
        if (IsSmallWeight(depth, columns))
            return 1;
        foreach (int part in (int[])[4 * PanelColumns, 2 * PanelColumns, PanelColumns])
            if (columns > part && columns % part == 0)
                return columns / part;
        return 1;
    }

    private static bool IsSmallWeight(int depth, int columns) => (long)depth * columns <= SmallWeight;
}
