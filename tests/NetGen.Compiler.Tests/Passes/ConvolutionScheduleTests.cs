using NetGen.Compiler.Fusion;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Scheduling;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>How direct convolutions are cut for caches and threads, as values.</summary>
public class ConvolutionScheduleTests
{
    [Fact]
    public void A_prediction_shares_rows_of_the_result()
    {
        Assert.Equal(
            new ConvolutionSchedule(Parts: 12, Prefetches: false, UsesBatchLanes: false),
            First(Network(3, 12, 32), isPrediction: true));
        Assert.Equal(1, First(Network(3, 12, 32), isPrediction: false).Parts);
    }

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void Images_that_do_not_stay_in_L2_are_prefetched(int size, bool prefetches) =>
        Assert.Equal(prefetches, First(Network(4, size, 32), isPrediction: false).Prefetches);

    [Theory]
    [InlineData(3, true)]
    [InlineData(16, false)]
    public void Few_channels_have_a_lane_for_each_sample(int outputs, bool usesBatchLanes)
    {
        ConvolutionSchedule schedule = First(Network(1, 16, outputs), isPrediction: true);
        Assert.Equal(usesBatchLanes, schedule.UsesBatchLanes);
        Assert.Equal(usesBatchLanes ? 1 : 16, schedule.Parts);
    }

    private static ShapedNetwork Network(int inputs, int size, int outputs) => TestNetworks.Of(
        Shape.Image(inputs, size, size), new MSE(Reduction.Mean, TargetIsInput: false), TestNetworks.Convolution(outputs, 5, 2));

    private static ConvolutionSchedule First(ShapedNetwork network, bool isPrediction)
    {
        CompiledNetwork compiled = Compiler.Plan(network, TestContext.Current.CancellationToken);
        return (isPrediction ? compiled.Predict : compiled.Training).Groups
            .Select(group => group.Schedule).OfType<ConvolutionSchedule>()
            .First();
    }
}
