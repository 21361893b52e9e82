using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Scheduling;

/// <summary>The loops of a product of rows with a transposed weight.</summary>
/// <param name="Depth">Terms of each sum.</param>
/// <param name="Columns">Columns of the result in memory, padding included.</param>
/// <param name="Panel">Terms that are summed for all rows before the next ones follow.</param>
/// <param name="IsSplitByColumns">
/// Whether threads share the columns of the result instead of the samples, so that a panel is transposed only once.
/// </param>
internal sealed record TransposedProductSchedule(int Depth, int Columns, int Panel, bool IsSplitByColumns) : Schedule
{
    /// <summary>How many panels' columns the result has: the work items where threads share its columns.</summary>
    public int Blocks => (Columns + ProductSchedule.PanelColumns - 1) / ProductSchedule.PanelColumns;

    public static TransposedProductSchedule Of(TransposedProduct product)
    {
        int depth = product.Operands[0].Shape.Inner;
        return new(depth, product.Shape.PaddedInner, ProductSchedule.PanelOf(depth), product.Shape.Rows == 1);
    }
}
