using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Scheduling;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>How the gradients of the weights of direct convolutions are cut for caches and threads, as values.</summary>
public class ConvolutionWeightGradientScheduleTests
{
    /// <summary>Channels without padding: all columns of a row of the window are one run.</summary>
    [Theory]
    [InlineData(1, 3, 1)]
    [InlineData(4, 3, 1)]
    [InlineData(16, 3, 4)]
    [InlineData(32, 5, 16)]
    public void A_row_of_the_window_is_cut_into_twelve_positions_or_a_few_less(int channels, int window, int parts) =>
        Assert.Equal(parts, Of(channels, 20, TestNetworks.Convolution(16, window, stride: 3)).Parts);

    /// <summary>Columns that reach different pixels, at the sides or because of padded channels, are apart.</summary>
    [Theory]
    [InlineData(8, 1, 1, 3)]
    [InlineData(16, 1, 1, 6)]
    [InlineData(48, 1, 1, 12)]
    [InlineData(16, 0, 2, 6)]
    [InlineData(9, 0, 1, 3)]
    public void Columns_of_a_window_are_apart_where_they_are_no_run(int channels, int padding, int dilation, int parts) =>
        Assert.Equal(parts, Of(channels, 20, TestNetworks.Convolution(16, 3, padding, stride: 2, dilation: dilation)).Parts);

    [Theory]
    [InlineData(3, 1)]
    [InlineData(5, 1)]
    public void Columns_of_few_channels_stay_together(int channels, int parts) =>
        Assert.Equal(parts, Of(channels, 20, TestNetworks.Convolution(16, 7, stride: 2)).Parts);

    [Fact]
    public void Each_row_of_the_window_and_each_group_has_its_work_items()
    {
        Assert.Equal(3 * 4, Of(16, 20, TestNetworks.Convolution(16, 3, stride: 3)).Items);
        Assert.Equal(3 * 2 * 3, Of(16, 20, TestNetworks.Convolution(16, 3, stride: 3, groups: 2)).Items);
        Assert.Equal(3, Of(16, 20, TestNetworks.Convolution(16, 3, stride: 3, groups: 16)).Items);
    }

    /// <summary>3/32 of L2, 24,576 floats: all rows of a small image.</summary>
    [Theory]
    [InlineData(20, 6)]
    [InlineData(128, 3)]
    [InlineData(512, 1)]
    public void Rows_of_the_image_and_of_the_result_stay_in_L2(int size, int rows) =>
        Assert.Equal(rows, Of(16, size, TestNetworks.Convolution(16, 3, stride: 3)).RowsAtOnce);

    private static ConvolutionWeightGradientSchedule Of(int channels, int size, Conv2d convolution)
    {
        CompiledNetwork compiled = Compiler.Plan(
            TestNetworks.Of(Shape.Image(channels, size, size), new MSE(Reduction.Mean, TargetIsInput: false), convolution),
            TestContext.Current.CancellationToken);
        return Assert.Single(compiled.Training.Groups.Select(group => group.Schedule).OfType<ConvolutionWeightGradientSchedule>());
    }
}
