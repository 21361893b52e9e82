using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>Prefetches memory that a kernel will soon read or write, in an order that the processor does not predict by itself.</summary>
public static class Prefetch
{
    /// <summary>
    /// Begins to bring a block of memory into the L2 cache and does not wait for it. Does nothing on processors other than x86.
    /// </summary>
    /// <param name="first">The first float of the block. It is not touched: the block may reach beyond what the caller owns.</param>
    /// <param name="rows">How many rows the block has.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    /// <param name="length">Floats of a row that are wanted.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Rows(ref float first, int rows, int stride, int length)
    {
        if (!Sse.IsSupported)
            return;
        for (int row = 0; row < rows; row++)
        {
            byte* line = (byte*)Unsafe.AsPointer(ref Unsafe.Add(ref first, row * stride));
            for (int i = 0; i < length; i += AlignedBlock.FloatsPerLine)
                Sse.Prefetch1(line + (i * sizeof(float)));
        }
    }

    /// <summary>Asks for the line of a float, which may lie behind the end of its memory.</summary>
    /// <param name="place">A float of the line.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Line(ref float place)
    {
        if (Sse.IsSupported)
            Sse.Prefetch1(Unsafe.AsPointer(ref place));
    }
}
