using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Tests.Shapes;

/// <summary>Output sizes against windows put down one by one.</summary>
public class WindowAxisTests
{
    [Fact]
    public void Output_is_the_number_of_windows_that_fit()
    {
        for (int size = 1; size <= 12; size++)
            for (int kernel = 1; kernel <= 4; kernel++)
                for (int stride = 1; stride <= 4; stride++)
                    for (int dilation = 1; dilation <= 2; dilation++)
                        for (int padding = 0; padding <= kernel / 2; padding++)
                            Check(new WindowAxis(kernel, stride, padding, dilation), size);
    }

    /// <summary>
    /// Follows PyTorch's rule for the sizes of max_pool: ⌈(size + 2 · padding − kernel) / stride⌉ + 1, less one where the
    /// last window would start behind the input.
    /// </summary>
    [Theory]
    [InlineData(5, 2, 2, 0, 3)]
    [InlineData(4, 2, 2, 0, 2)]
    [InlineData(7, 3, 2, 1, 4)]
    [InlineData(6, 3, 2, 1, 4)]
    [InlineData(5, 2, 3, 1, 2)]
    [InlineData(4, 2, 2, 1, 3)]
    [InlineData(3, 2, 2, 1, 2)]
    public void Ceil_mode_counts_a_window_that_starts_inside(int size, int kernel, int stride, int padding, int expected) =>
        Assert.Equal(expected, new WindowAxis(kernel, stride, padding, CeilMode: true).Output(size));

    [Fact]
    public void Same_gives_size_over_stride_rounded_up()
    {
        for (int size = 1; size <= 12; size++)
            for (int kernel = 1; kernel <= 5; kernel++)
                for (int stride = 1; stride <= 4; stride++)
                {
                    var axis = new WindowAxis(kernel, stride, WindowAxis.Same);
                    Assert.Equal((size + stride - 1) / stride, axis.Output(size));
                    Assert.InRange(axis.PaddingAfter(size) - axis.PaddingBefore(size), 0, 1);
                    Assert.Equal(0, axis.Dropped(size));
                }
    }

    private static void Check(WindowAxis axis, int size)
    {
        int fitting = 0;
        long lastSeen = -1;
        for (long start = -axis.Padding; start + axis.Span <= size + axis.Padding; start += axis.Stride)
        {
            fitting++;
            lastSeen = Math.Max(lastSeen, start + axis.Span - 1);
        }

        Assert.Equal(fitting > 0, axis.Fits(size));
        if (fitting == 0)
            return;
        Assert.Equal(fitting, axis.Output(size));
        long dropped = axis.Stride > axis.Span ? 0 : Math.Max(0, size - 1 - lastSeen);
        Assert.Equal(dropped, axis.Dropped(size));
    }
}
