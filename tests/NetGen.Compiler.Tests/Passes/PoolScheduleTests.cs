using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Scheduling;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>How the sums of average pools are cut, as values.</summary>
public class PoolScheduleTests
{
    [Theory]
    [InlineData(2, 2, false, 0)]
    [InlineData(16, 32, false, 0)]
    [InlineData(16, 33, true, 0)]
    [InlineData(9, 64, true, 0)]
    [InlineData(8, 65, true, 64)]
    public void The_sum_of_a_large_window_is_cut(int height, int width, bool sumsInBlocks, int turns) =>
        Assert.Equal(
            new PoolSchedule(sumsInBlocks, turns),
            Of(height, width, new AvgPool2d(new WindowAxis(height, 1, 0), new WindowAxis(width, 1, 0), true, null)));

    [Theory]
    [InlineData(40, 40, false, 0)]
    [InlineData(40, 66, true, 0)]
    [InlineData(20, 190, true, 64)]
    public void An_adaptive_window_counts_with_all_that_it_may_cover(int height, int width, bool sumsInBlocks, int turns) =>
        Assert.Equal(new PoolSchedule(sumsInBlocks, turns), Of(height, width, new AdaptiveAvgPool2d(2, 3)));

    private static PoolSchedule Of(int height, int width, Layer pool)
    {
        ShapedNetwork network = TestNetworks.Of(
            Shape.Image(1, height + 1, width + 1), new MSE(Reduction.Mean, TargetIsInput: false), TestNetworks.Convolution(16, 1), pool);
        CompiledNetwork compiled = Compiler.Plan(network, TestContext.Current.CancellationToken);
        return Assert.Single(compiled.Training.Groups.Select(group => group.Schedule).OfType<PoolSchedule>());
    }
}
