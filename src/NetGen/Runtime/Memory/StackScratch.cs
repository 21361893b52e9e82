using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>Floats that a kernel has on its stack while it runs.</summary>
public static class StackScratch
{
    /// <summary>
    /// The first float of memory on the stack whose address is a multiple of 64 bytes, where vectors touch one cache line each.
    /// Up to fifteen floats before it are left out.
    /// </summary>
    /// <param name="memory">What stackalloc gave: memory that does not move, 16 floats longer than what is needed.</param>
    /// <exception cref="ArgumentException">The memory has fewer than 16 floats.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref float Aligned(Span<float> memory)
    {
        if (memory.Length < AlignedBlock.FloatsPerLine)
            throw new ArgumentException($"Expected at least {AlignedBlock.FloatsPerLine} floats; got {memory.Length}.", nameof(memory));
        ref float first = ref MemoryMarshal.GetReference(memory);
        nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref first);
        return ref Unsafe.AddByteOffset(ref first, -address & ((AlignedBlock.FloatsPerLine * sizeof(float)) - 1));
    }
}
