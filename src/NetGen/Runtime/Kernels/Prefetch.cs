using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>Prefetches memory that a kernel will soon read or write, in an order that the processor does not predict by itself.</summary>
public static class Prefetch
{
    /// <summary>"Auth", of the vendor's name "AuthenticAMD".</summary>
    private const int StartOfAmdsName = 0x68747541;

    /// <summary>
    /// Whether the processor is AMD's. Zen 5 finds out by itself where rows of a weight go on, and reads them from L3 at 120 GB/s; at 100
    /// when it is asked for them, and at 79 when it is asked for them in L2. Lines in another order come as fast as memory gives them when
    /// they are asked for in L1. Intel's processors have room for three times as many lines on their way to L2.
    /// </summary>
    internal static bool IsAmd { get; } = X86Base.IsSupported && X86Base.CpuId(0, 0).Ebx == StartOfAmdsName;

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
    /// <param name="intoL1">Whether into L1, else into L2; a loop reads <see cref="IsAmd"/> before it begins.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe void Line(ref float place, bool intoL1)
    {
        if (!Sse.IsSupported)
            return;
        if (intoL1)
            Sse.Prefetch0(Unsafe.AsPointer(ref place));
        else
            Sse.Prefetch1(Unsafe.AsPointer(ref place));
    }
}
