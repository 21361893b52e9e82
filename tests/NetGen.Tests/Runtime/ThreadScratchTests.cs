using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

/// <summary>What a kernel has for itself beside its stack.</summary>
public class ThreadScratchTests
{
    [Fact]
    public unsafe void AllFloatsCanBeWrittenFromACacheLineOn()
    {
        foreach (int count in new[] { 0, 1, 16, 1000, 17 })
        {
            ref float first = ref ThreadScratch.Floats(count);
            Assert.Equal((nuint)0, (nuint)Unsafe.AsPointer(ref first) % 64);
            MemoryMarshal.CreateSpan(ref first, count).Fill(count);
        }
    }

    [Fact]
    public void A_thread_allocates_once_and_has_its_own()
    {
        ref float first = ref ThreadScratch.Floats(500);
        first = 3;
        var other = new Thread(() => ThreadScratch.Floats(500) = 7);
        other.Start();
        other.Join();

        long before = GC.GetAllocatedBytesForCurrentThread();
        ref float again = ref ThreadScratch.Floats(400);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(3f, again);
    }

    [Fact]
    public void A_negative_count_is_refused() =>
        Assert.Contains("-1", Assert.Throws<ArgumentOutOfRangeException>(() => ThreadScratch.Floats(-1) = 0).Message);
}
