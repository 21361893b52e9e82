using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Scheduling;

/// <summary>The loops of the gradient of a product's weight.</summary>
/// <param name="RowsOfUpdate">Rows of the weight whose gradient is summed before the optimizer's step for them follows, if fused.</param>
internal sealed record WeightGradientSchedule(int RowsOfUpdate) : Schedule
{
    /// <summary>The gradient with as much of the parameters and their state stays in L2.</summary>
    private const int FloatsOfUpdate = Caches.L2 / 16;

    /// <summary>Whole tiles, of 6 and 12 rows and of 4.</summary>
    private const int RowUnit = 12;

    public static WeightGradientSchedule Of(ProductWeightGradient gradient)
    {
        int rows = Math.Max(1, FloatsOfUpdate / gradient.Shape.PaddedInner);
        return new((rows + RowUnit - 1) / RowUnit * RowUnit);
    }
}
