using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Machine;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Scheduling;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>How products are cut for caches and threads, as values.</summary>
public class ProductScheduleTests
{
    [Theory]
    [InlineData(10, 10)]
    [InlineData(192, 192)]
    [InlineData(193, 65)]
    [InlineData(200, 100)]
    [InlineData(784, 98)]
    [InlineData(9216, 96)]
    [InlineData(1_000_003, 96)]
    public void A_panel_has_all_terms_or_near_the_best_number(int depth, int panel)
    {
        Assert.Equal(panel, ProductSchedule.PanelOf(depth));
        Assert.InRange(ProductSchedule.PanelOf(depth) * ProductSchedule.PanelColumns, 1, 3 * Caches.L1 / 2);
    }

    [Fact]
    public void A_prediction_shares_the_columns_of_a_large_layer()
    {
        Assert.Equal(
            [new ProductSchedule(9216, 128, 96, 2, false), new ProductSchedule(128, 16, 128, 1, false)],
            Schedules<ProductSchedule>(TestNetworks.MnistCnn, isPrediction: true));
        Assert.Equal(
            [(64, false), (16, true)],
            Schedules<ProductSchedule>(TestNetworks.MnistCnn, isPrediction: true).Select(s => (s.ColumnsOfPart, s.IsSmall)));
    }

    /// <summary>Each thread reads the whole weight for some rows, or a part of it for all of them: what is less.</summary>
    [Theory]
    [InlineData(17, 64, 128, 17, true)]
    [InlineData(4, 256, 512, 8, false)]
    public void A_prediction_shares_the_rows_of_a_sequence_unless_the_weight_is_larger(
        int steps, int features, int outputs, int parts, bool sharesRows)
    {
        ShapedNetwork network = TestNetworks.Of(
            Shape.Sequence(steps, features), new MSE(Reduction.Mean, TargetIsInput: false), TestNetworks.Linear(outputs));
        ProductSchedule schedule = Assert.Single(Schedules<ProductSchedule>(network, isPrediction: true));
        Assert.Equal((parts, sharesRows), (schedule.Parts, schedule.SharesRows));
        Assert.Equal(sharesRows ? parts : 1, schedule.RowsOfSample);
        Assert.Equal((1, false), Schedules<ProductSchedule>(network, isPrediction: false).Select(s => (s.Parts, s.SharesRows)).First());
    }

    [Fact]
    public void Training_shares_samples_and_the_columns_of_gradients()
    {
        Assert.Equal(
            [new ProductSchedule(9216, 128, 96, 1, false), new ProductSchedule(128, 16, 128, 1, false)],
            Schedules<ProductSchedule>(TestNetworks.MnistCnn, isPrediction: false));
        TransposedProductSchedule[] gradients = Schedules<TransposedProductSchedule>(TestNetworks.MnistCnn, isPrediction: false);
        Assert.Equal([new TransposedProductSchedule(10, 128, 10, true), new TransposedProductSchedule(128, 9216, 128, true)], gradients);
        Assert.Equal([2, 144], gradients.Select(schedule => schedule.Blocks));
    }

    [Fact]
    public void An_optimizer_step_follows_a_part_of_a_gradient_that_is_still_in_L2() =>
        Assert.Equal(
            [1032, 132],
            Schedules<WeightGradientSchedule>(TestNetworks.MnistCnn, isPrediction: false).Select(schedule => schedule.RowsOfUpdate));

    [Fact]
    public void A_schedule_is_the_same_when_it_is_made_again()
    {
        CompiledNetwork compiled = Compiler.Plan(TestNetworks.MnistCnn, TestContext.Current.CancellationToken);
        Schedule?[] first = [.. compiled.Training.Groups.Select(group => group.Schedule)];
        Scheduler.Apply(compiled.Training.Groups);
        Assert.Equal(first, compiled.Training.Groups.Select(group => group.Schedule));
    }

    private static T[] Schedules<T>(ShapedNetwork network, bool isPrediction)
        where T : Schedule
    {
        CompiledNetwork compiled = Compiler.Plan(network, TestContext.Current.CancellationToken);
        return [.. (isPrediction ? compiled.Predict : compiled.Training).Groups.Select(group => group.Schedule).OfType<T>()];
    }
}
