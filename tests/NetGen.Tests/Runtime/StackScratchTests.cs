using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

/// <summary>Memory on the stack begins at a cache line.</summary>
public class StackScratchTests
{
    [Fact]
    public unsafe void AlignedBeginsAtACacheLineWithinTheMemory()
    {
        float[] array = GC.AllocateArray<float>(64, pinned: true);
        for (int start = 0; start < 32; start++)
        {
            Span<float> memory = array.AsSpan(start, 16 + 8);
            ref float aligned = ref StackScratch.Aligned(memory);
            Assert.Equal((nuint)0, (nuint)Unsafe.AsPointer(ref aligned) % 64);
            long offset = Unsafe.ByteOffset(ref memory[0], ref aligned) / sizeof(float);
            Assert.InRange(offset, 0, 15);
        }
    }

    [Fact]
    public void Aligned_refuses_less_than_a_cache_line()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => StackScratch.Aligned(new float[15]) = 1);
        Assert.Contains("16", exception.Message);
        Assert.Contains("15", exception.Message);
    }
}
