using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Memory;

/// <summary>
/// Fused optimizer updates: parameters that the kernel of their gradient updates, row by row, while that part of the gradient is in L1.
/// This saves one pass through memory. They are large matrices that no later method reads.
/// </summary>
internal static class FusedUpdates
{
    /// <summary>Smaller parameters, with their gradients and state, are still in L2 when the backward pass ends.</summary>
    private const int FewestFloats = Caches.L2 / 8;

    /// <summary>With shorter rows, calls of the optimizer cost too much.</summary>
    private const int ShortestRow = 64;

    /// <summary>The gradients with fused updates, in the order of the methods.</summary>
    public static IReadOnlyList<ProductWeightGradient> Of(MemoryPlan plan)
    {
        var found = new List<ProductWeightGradient>();
        var readLater = new HashSet<long>();
        foreach (FusedGroup group in plan.Groups.Reverse())
        {
            if (group.Anchor is ProductWeightGradient gradient && IsLarge(gradient)
                && plan[gradient] is { Kind: StorageKind.Gradient } storage && !readLater.Contains(storage.Offset))
                found.Add(gradient);
            readLater.UnionWith(
                group.Loaded.Select(tensor => plan[tensor]).Where(read => read.Kind == StorageKind.Parameter).Select(read => read.Offset));
        }

        found.Reverse();
        return found;
    }

    private static bool IsLarge(Tensor gradient) =>
        gradient.Shape.PaddedInner >= ShortestRow && gradient.Shape.Rows * gradient.Shape.PaddedInner >= FewestFloats;
}
