using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

/// <summary>A hint to the processor, which changes nothing.</summary>
public class PrefetchTests
{
    [Fact]
    public void Rows_may_reach_far_beyond_the_memory()
    {
        float[] memory = [1, 2, 3];
        Prefetch.Rows(ref memory[0], rows: 1000, stride: 1 << 20, length: 256);
        Assert.Equal([1f, 2f, 3f], memory);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_line_may_lie_behind_the_memory(bool intoL1)
    {
        float[] memory = [1, 2, 3];
        Prefetch.Line(ref memory[2], intoL1);
        Prefetch.Line(ref System.Runtime.CompilerServices.Unsafe.Add(ref memory[0], 1 << 20), intoL1);
        Assert.Equal([1f, 2f, 3f], memory);
    }
}
