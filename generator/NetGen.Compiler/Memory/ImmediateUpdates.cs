using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Memory;

/// <summary>
/// Parameters that change as soon as their gradient is known, in the method that computes it: while a part of the gradient is
/// in the nearest cache, the optimizer's step for it costs one pass less through memory. Those are large matrices that no
/// later method reads.
/// </summary>
internal static class ImmediateUpdates
{
    /// <summary>Parameters with fewer floats (and their gradients and state) are still near when the backward pass ends.</summary>
    private const int FewestFloats = 32768;

    /// <summary>Shorter rows would ask for the optimizer too often.</summary>
    private const int ShortestRow = 64;

    /// <summary>The gradients whose parameters change at once, in the order of the methods.</summary>
    public static IReadOnlyList<ProductWeightGradient> Of(MemoryPlan plan)
    {
        var found = new List<ProductWeightGradient>();
        for (int index = 0; index < plan.Groups.Count; index++)
            if (plan.Groups[index].Anchor is ProductWeightGradient gradient
                && IsLarge(gradient)
                && plan[gradient] is { Kind: StorageKind.Gradient } place
                && !plan.Groups.Skip(index + 1).Any(group => Reads(plan, group, place.Offset)))
                found.Add(gradient);
        return found;
    }

    private static bool IsLarge(Tensor gradient) =>
        gradient.Shape.PaddedInner >= ShortestRow && gradient.Shape.Rows * gradient.Shape.PaddedInner >= FewestFloats;

    private static bool Reads(MemoryPlan plan, FusedGroup group, long parameter) =>
        group.Loaded.Any(tensor => plan[tensor] is { Kind: StorageKind.Parameter } place && place.Offset == parameter);
}
