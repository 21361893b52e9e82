using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Scheduling;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>How strided transposed convolutions are cut for caches, as values.</summary>
public class TransposedConvolutionScheduleTests
{
    /// <summary>A quarter of L2, 65,536 floats: of the image and what is read beside it two rows for each row that comes in.</summary>
    [Theory]
    [InlineData(4, 4)]
    [InlineData(32, 14)]
    [InlineData(512, 1)]
    public void Rows_of_a_stride_stay_in_L2(int size, int rows) =>
        Assert.Equal(rows, Of(size, isPrediction: true).RowsAtOnce);

    [Fact]
    public void A_batch_of_large_samples_is_prefetched()
    {
        Assert.True(Of(32, isPrediction: false).Prefetches);
        Assert.False(Of(4, isPrediction: false).Prefetches);
        Assert.False(Of(32, isPrediction: true).Prefetches);
    }

    private static TransposedConvolutionSchedule Of(int size, bool isPrediction)
    {
        CompiledNetwork compiled = Compiler.Plan(
            TestNetworks.Of(
                Shape.Image(16, size, size), new MSE(Reduction.Mean, TargetIsInput: false),
                TestNetworks.Transposed(16, 2, stride: 2)),
            TestContext.Current.CancellationToken);
        return Assert.Single((isPrediction ? compiled.Predict : compiled.Training).Groups
            .Select(group => group.Schedule).OfType<TransposedConvolutionSchedule>());
    }
}
