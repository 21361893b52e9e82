using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Positions without gaps in memory: channels of a pixel, or pixels whose channels have no padding. The distances are constants.
/// </summary>
internal readonly struct AdjacentPositions : IWindowPositions
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint First(ref int offsets, int position) => position;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Behind(ref int offsets, int position, int count) => count;
}
