using NetGen.Compiler.Fusion;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Scheduling;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>How convolutions by Winograd's algorithm are cut for caches and threads, as values.</summary>
public class WinogradScheduleTests
{
    [Fact]
    public void A_prediction_shares_rows_of_tiles()
    {
        Assert.Equal(
            new WinogradSchedule(TilesOfBlock: 16, Parts: 6, SharesColumns: false),
            Assert.Single(Schedules<WinogradSchedule>(TestNetworks.MnistCnn, isPrediction: true)));
        Assert.Equal(
            new WinogradSchedule(TilesOfBlock: 16, Parts: 1, SharesColumns: false),
            Assert.Single(Schedules<WinogradSchedule>(TestNetworks.MnistCnn, isPrediction: false)));
    }

    [Theory]
    [InlineData(12, 3)]
    [InlineData(13, 3)]
    [InlineData(15, 3)]
    [InlineData(16, 4)]
    public void The_last_rows_of_tiles_are_one_part_where_they_overlap(int size, int parts) =>
        Assert.Equal(parts, Schedules<WinogradSchedule>(Network(16, 16, size), isPrediction: true)[0].Parts);

    /// <summary>A signal is one row of tiles.</summary>
    [Theory]
    [InlineData(256, 16)]
    [InlineData(130, 8)]
    public void A_prediction_shares_tiles_of_a_signal(int length, int parts)
    {
        ShapedNetwork network = TestNetworks.Of(
            Shape.Signal(32, length), new MSE(Reduction.Mean, TargetIsInput: false),
            new Conv1d(32, new WindowAxis(5, 1, 2, 1), 1, true, null));
        Assert.Equal(parts, Schedules<WinogradSchedule>(network, isPrediction: true)[0].Parts);
        Assert.Equal(1, Schedules<WinogradSchedule>(network, isPrediction: false)[0].Parts);
    }

    /// <summary>Each thread reads a part of the weight, not all of it.</summary>
    [Theory]
    [InlineData(128, 16, 2)]
    [InlineData(144, 12, 3)]
    [InlineData(128, 32, null)]
    [InlineData(64, 8, null)]
    public void A_prediction_shares_columns_of_a_weight_that_is_larger_than_the_sample(int channels, int size, int? parts)
    {
        WinogradSchedule schedule = Schedules<WinogradSchedule>(Network(channels, channels, size), isPrediction: true)[0];
        Assert.Equal(parts is not null, schedule.SharesColumns);
        Assert.Equal(parts ?? size / 4, schedule.Parts);
        Assert.False(Schedules<WinogradSchedule>(Network(channels, channels, size), isPrediction: false)[0].SharesColumns);
    }

    [Theory]
    [InlineData(16, 16, 32)]
    [InlineData(16, 32, 16)]
    [InlineData(128, 128, 18)]
    [InlineData(256, 256, 60)]
    public void A_block_stays_in_a_cache(int inputs, int outputs, int tiles) =>
        Assert.Equal(tiles, Schedules<WinogradSchedule>(Network(inputs, outputs, 16), isPrediction: true)[0].TilesOfBlock);

    [Theory]
    [InlineData(16, 16, 64, 6)]
    [InlineData(64, 96, 45, 3)]
    public void The_sums_of_a_gradient_stay_in_L2(int inputs, int outputs, int tiles, int rows) =>
        Assert.Equal(
            new WinogradGradientSchedule(tiles, rows),
            Schedules<WinogradGradientSchedule>(Network(inputs, outputs, 16), isPrediction: false)[0]);

    private static ShapedNetwork Network(int inputs, int outputs, int size) => TestNetworks.Of(
        Shape.Image(inputs, size, size), new MSE(Reduction.Mean, TargetIsInput: false), TestNetworks.Convolution(outputs, 3, 1));

    private static T[] Schedules<T>(ShapedNetwork network, bool isPrediction)
        where T : Schedule
    {
        CompiledNetwork compiled = Compiler.Plan(network, TestContext.Current.CancellationToken);
        return [.. (isPrediction ? compiled.Predict : compiled.Training).Groups.Select(group => group.Schedule).OfType<T>()];
    }
}
