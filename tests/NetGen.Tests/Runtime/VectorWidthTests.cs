using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

public class VectorWidthTests
{
    [Fact]
    public void A_width_stated_for_a_thread_is_that_threads_alone()
    {
        int process = VectorWidth.Preferred;
        int seenByOther = 0;
        VectorWidth.StatedForThread = process == 4 ? 8 : 4;
        try
        {
            Assert.Equal(VectorWidth.StatedForThread, VectorWidth.Preferred);
            var other = new Thread(() => seenByOther = VectorWidth.Preferred);
            other.Start();
            other.Join();
        }
        finally
        {
            VectorWidth.StatedForThread = null;
        }

        Assert.Equal(process, seenByOther);
        Assert.Equal(process, VectorWidth.Preferred);
    }
}
