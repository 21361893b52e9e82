using NetGen.Compiler.Fusion;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Scheduling;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>How sparse gradients behind a max-pool are cut for caches and vectors, as values.</summary>
public class SparseGradientScheduleTests
{
    [Fact]
    public void Small_images_are_listed_and_marked_at_once()
    {
        Assert.Equal(
            [new(RowsAtOnce: 5, Columns: 8), new(RowsAtOnce: 14, Columns: 8)], Schedules<SparseWeightGradientSchedule>(TestNetworks.LeNet));
        Assert.Equal([new(RowsAtOnce: 5), new(RowsAtOnce: 14)], Schedules<SparseInputGradientSchedule>(TestNetworks.LeNet));
    }

    [Fact]
    public void The_pixels_that_listed_rows_see_stay_in_L1()
    {
        Assert.Equal(new(RowsAtOnce: 4, Columns: 96), Assert.Single(Schedules<SparseWeightGradientSchedule>(TestNetworks.MnistCnn)));
        Assert.Equal(new(RowsAtOnce: 12), Assert.Single(Schedules<SparseInputGradientSchedule>(TestNetworks.MnistCnn)));
    }

    /// <summary>18 × 6 windows have nine positions and two marks each: 1944 of the 2048 marks that take half of L1.</summary>
    [Fact]
    public void Marks_take_half_of_L1_at_most() => Assert.Equal(
        new(RowsAtOnce: 18),
        Assert.Single(Schedules<SparseInputGradientSchedule>(Network(Shape.Image(4, 60, 18), outputs: 70, kernel: 3, pool: 3))));

    [Theory]
    [InlineData(8, 5, 8)]
    [InlineData(4, 5, 8)]
    [InlineData(8, 3, 8)]
    [InlineData(8, 7, 64)]
    [InlineData(16, 5, 80)]
    [InlineData(1, 3, 4)]
    public void Pixels_of_eight_channels_get_half_as_wide_vectors_where_their_sums_stay_in_registers(int inputs, int kernel, int columns) =>
        Assert.Equal(
            columns, Schedules<SparseWeightGradientSchedule>(Network(Shape.Image(inputs, 20, 20), outputs: 6, kernel, pool: 2))[0].Columns);

    private static ShapedNetwork Network(Shape input, int outputs, int kernel, int pool) => TestNetworks.Of(
        input, new MSE(Reduction.Mean, TargetIsInput: false),
        TestNetworks.ReLU, TestNetworks.Convolution((int)input.Channels, 1),
        TestNetworks.Convolution(outputs, kernel, kernel / 2), TestNetworks.MaxPool(pool));

    private static T[] Schedules<T>(ShapedNetwork network)
        where T : Schedule =>
        [.. Compiler.Plan(network, TestContext.Current.CancellationToken).Training.Groups.Select(group => group.Schedule).OfType<T>()];
}
