using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Floats that a kernel has for itself while it runs: more than belong on the stack, where they would be cleared at each call.
/// </summary>
/// <remarks>Each thread keeps its own, as large as the largest kernel that it has run.</remarks>
public static class ThreadScratch
{
    [ThreadStatic]
    private static AlignedBlock? block;

    /// <summary>
    /// The first of so many floats, at an address that is a multiple of 64 bytes. They hold what the last kernel on this thread left in
    /// them.
    /// </summary>
    /// <param name="count">How many floats the kernel needs.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or more than an array can hold.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref float Floats(int count)
    {
        AlignedBlock? own = block;
        return ref (own is not null && (uint)count <= (uint)own.Length ? own : Grown(count))[0];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static AlignedBlock Grown(int count) => block = new AlignedBlock(count);
}
