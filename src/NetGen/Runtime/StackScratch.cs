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
    /// <param name="memory">What stackalloc gave: memory that does not move.</param>
    public static ref float Aligned(Span<float> memory)
    {
        ref float first = ref MemoryMarshal.GetReference(memory);
        nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref first);
        return ref Unsafe.AddByteOffset(ref first, -address & 63);
    }
}
