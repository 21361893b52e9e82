using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Tests.Shapes;

public class TransposedAxisTests
{
    /// <summary>The convolution with the same options gives the size back that came in, whatever rows were added behind.</summary>
    [Fact]
    public void A_convolution_leads_back_to_the_size()
    {
        for (int size = 1; size <= 6; size++)
            for (int kernel = 1; kernel <= 4; kernel++)
                for (int stride = 1; stride <= 4; stride++)
                    for (int padding = 0; padding <= (kernel - 1) / 2; padding++)
                        for (int outputPadding = 0; outputPadding < stride; outputPadding++)
                        {
                            var window = new WindowAxis(kernel, stride, padding);
                            Assert.Equal(size, window.Output(new TransposedAxis(window, outputPadding).Output(size)));
                        }
    }

    /// <summary>Sizes that PyTorch 1.13 gives.</summary>
    [Theory]
    [InlineData(5, 4, 2, 1, 1, 0, 10)]
    [InlineData(1, 4, 1, 0, 1, 0, 4)]
    [InlineData(7, 3, 2, 1, 1, 1, 14)]
    [InlineData(4, 3, 1, 0, 3, 2, 12)]
    [InlineData(3, 1, 3, 2, 1, 2, 5)]
    public void Sizes_are_PyTorchs(int size, int kernel, int stride, int padding, int dilation, int outputPadding, int expected)
    {
        var axis = new TransposedAxis(new WindowAxis(kernel, stride, padding, dilation), outputPadding);
        Assert.Equal(expected, axis.Output(size));
        Assert.Equal(padding, axis.First(size));
    }

    [Fact]
    public void Same_gives_size_times_stride()
    {
        for (int size = 1; size <= 6; size++)
            for (int kernel = 1; kernel <= 5; kernel++)
                for (int stride = 1; stride <= 4; stride++)
                {
                    var axis = new TransposedAxis(new WindowAxis(kernel, stride, WindowAxis.Same), 0);
                    Assert.Equal(size * stride, axis.Output(size));
                    Assert.Equal(Math.Max(0, kernel - stride) / 2, axis.First(size));
                }
    }
}
