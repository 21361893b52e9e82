using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Memory;

/// <summary>
/// Parameters that change as soon as their gradient is known, in the method that computes it: while a part of the gradient is
/// in the nearest cache, the optimizer's step for it costs one pass less through memory. Those are large matrices that no
/// later method reads.
/// </summary>
internal static class ImmediateUpdates
{
    /// <summary>Parameters with fewer floats (and their gradients and state) are still near when the backward pass ends.</summary>
    private const int FewestFloats = Caches.L2 / 8;

    /// <summary>Shorter rows would ask for the optimizer too often.</summary>
    private const int ShortestRow = 64;

    /// <summary>The gradients whose parameters change at once, in the order of the methods.</summary>
    public static IReadOnlyList<ProductWeightGradient> Of(MemoryPlan plan)
    {
        var found = new List<ProductWeightGradient>();
        var readLater = new HashSet<long>();
        foreach (FusedGroup group in plan.Groups.Reverse())
        {
            if (group.Anchor is ProductWeightGradient gradient && IsLarge(gradient)
                && plan[gradient] is { Kind: StorageKind.Gradient } place && !readLater.Contains(place.Offset))
                found.Add(gradient);
            readLater.UnionWith(group.Loaded.Select(tensor => plan[tensor]).Where(read => read.Kind == StorageKind.Parameter).Select(read => read.Offset));
        }

        found.Reverse();
        return found;
    }

    private static bool IsLarge(Tensor gradient) =>
        gradient.Shape.PaddedInner >= ShortestRow && gradient.Shape.Rows * gradient.Shape.PaddedInner >= FewestFloats;
}
