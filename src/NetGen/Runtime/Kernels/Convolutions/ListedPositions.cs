using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Positions with gaps between them, whose offsets are a list.</summary>
internal readonly struct ListedPositions : IWindowPositions
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint First(ref int offsets, int position) => Unsafe.Add(ref offsets, position);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Behind(ref int offsets, int position, int count) =>
        Unsafe.Add(ref offsets, position + count) - Unsafe.Add(ref offsets, position);
}
