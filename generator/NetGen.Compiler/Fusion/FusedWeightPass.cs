using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Fusion;

/// <summary>
/// The fused dX/dW pass of a large linear layer. dX reads some rows of the weight; while these are in L2, their gradient dW is summed
/// and the optimizer's update applied. Both gradients use one row of the weight for each input feature, so that neither depends on the
/// other.
/// </summary>
internal static class FusedWeightPass
{
    /// <summary>A little more than half of L2; with fewer rows a pass, calls cost too much.</summary>
    private const int NearFloats = 9 * Caches.L2 / 16;

    /// <summary>A smaller weight stays in L2 anyway.</summary>
    private const int FewestFloats = Caches.L2 / 2;

    /// <summary>Whole tiles and panels of both products: 64 columns of the one, 6 rows of the other.</summary>
    private const int RowUnit = 192;

    /// <summary>The pass that begins with a group, or null.</summary>
    /// <param name="inputGradient">The group that may be a gradient of a linear layer's input.</param>
    /// <param name="others">The groups that could run behind it.</param>
    public static Chain? Of(FusedGroup inputGradient, IEnumerable<FusedGroup> others)
    {
        if (inputGradient.Anchor is not TransposedProduct { Shape.Rows: 1 } product || product.Operands[1] is not Parameter weight)
            return null;
        (int rows, int row) = (weight.Shape[0], weight.Shape.PaddedInner);
        if ((long)rows * row < FewestFloats || rows < 2 * RowUnit)
            return null;
        FusedGroup? own = others.FirstOrDefault(group =>
            group.Anchor is ProductWeightGradient gradient && gradient.Operands[1] == product.Operands[0]
                && gradient.Shape.SameSizes(weight.Shape));
        return own is null ? null : new Chain([inputGradient, own], Math.Max(1, NearFloats / row / RowUnit) * RowUnit);
    }
}
