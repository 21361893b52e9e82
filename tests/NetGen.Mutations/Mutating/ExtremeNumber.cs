namespace NetGen.Mutations.Mutating;

/// <summary>Whole numbers at which sizes overflow or allocations become too large.</summary>
internal static class ExtremeNumber
{
    /// <summary>A number near a power of two, or a small one.</summary>
    public static ulong Of(Draw draw) => draw.Below(4) switch
    {
        0 => (ulong)draw.Below(4),
        1 => ulong.MaxValue - (ulong)draw.Below(3),
        2 => unchecked((1UL << draw.Below(64)) - 1),
        _ => unchecked((1UL << draw.Below(64)) + (ulong)draw.Below(2)),
    };
}
