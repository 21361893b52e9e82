using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Scheduling;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>How loops over rows are cut, as values.</summary>
public class RowScheduleTests
{
    /// <summary>A loss over ten classes has a lane for each sample in training; a prediction, which may be of one, has not.</summary>
    [Fact]
    public void Short_rows_have_a_lane_for_each_sample()
    {
        Assert.Contains(
            Schedules(compiled => compiled.Programs.SelectMany(program => program.Groups)),
            schedule => schedule.UsesBatchLanes);
        Assert.DoesNotContain(Schedules(compiled => compiled.Predict.Groups), schedule => schedule.UsesBatchLanes);
    }

    /// <summary>Four vectors fill the cache's lines; where dropout's mask is drawn for each of them, a method has room for fewer.</summary>
    [Fact]
    public void As_many_vectors_are_reduced_together_as_a_method_has_room_for()
    {
        RowSchedule[] schedules = Schedules(compiled => compiled.Training.Groups);
        Assert.Contains(schedules, schedule => schedule.Vectors == 4);
        Assert.All(schedules, schedule => Assert.InRange(schedule.Vectors, 1, 4));
    }

    /// <summary>Sums along rows, not those over them.</summary>
    [Fact]
    public void A_prediction_shares_the_rows_of_a_norm()
    {
        ShapedNetwork network = TestNetworks.Of(
            Shape.Sequence(17, 64), new MSE(Reduction.Mean, TargetIsInput: false), new LayerNorm(1e-5, true, true, null));
        CompiledNetwork compiled = Compiler.Plan(network, TestContext.Current.CancellationToken);
        Assert.Equal(17, Assert.Single(compiled.Predict.Groups.Select(group => group.Schedule).OfType<RowSchedule>()).RowsOfSample);
        Assert.All(
            compiled.Training.Groups.Select(group => group.Schedule).OfType<RowSchedule>(), schedule => Assert.Equal(1, schedule.Parts));
        Assert.All(
            Sums(Shape.Image(3, 9, 9), new AdaptiveAvgPool2d(1, 1)), schedule => Assert.Equal(1, schedule.Parts));
    }

    /// <summary>A tensor that is stretched over the height is read whole in each turn: those turns are parts, but no rows.</summary>
    [Theory]
    [InlineData(6, 6, 1)]
    [InlineData(1, 36, 36)]
    public void Turns_of_the_outer_loop_are_rows_only_where_no_tensor_is_stretched_along_it(int width, int parts, int rows)
    {
        var program = new Program("test") { IsPrediction = true };
        Expr image = TestPrograms.Input(program, TensorShape.Batched(6, 6, 32), InputRole.Samples);
        Expr gate = TestPrograms.Input(program, TensorShape.Batched(1, width, 32), InputRole.Target);
        program.AddResult(ResultRole.Output, image * gate);
        IReadOnlyList<FusedGroup> groups = Fuser.Fuse(program);
        Scheduler.Apply(groups);
        var schedule = Assert.IsType<RowSchedule>(Assert.Single(groups).Schedule);
        Assert.Equal((parts, rows), (schedule.Parts, schedule.RowsOfSample));
    }

    /// <summary>Over the pixels of a channel.</summary>
    [Theory]
    [InlineData(16, 32, null)]
    [InlineData(19, 27, 64)]
    [InlineData(100, 100, 64)]
    public void The_sum_of_many_pixels_is_cut(int height, int width, int? turns) => Assert.Equal(
        turns is null ? null : new SumBlocks(Axis: 0, turns.Value),
        Assert.Single(Sums(Shape.Image(3, height, width), new AdaptiveAvgPool2d(1, 1))).Blocks);

    /// <summary>Along rows: a lane of the widest vector gets a sixteenth of a row's terms.</summary>
    [Theory]
    [InlineData(4096, 0, null)]
    [InlineData(4112, 0, 64)]
    public void The_sum_of_a_long_row_is_cut(int features, int axis, int? turns) => Assert.All(
        Sums(Shape.Vector(features), new LayerNorm(1e-5, false, false, null)),
        schedule => Assert.Equal(turns is null ? null : new SumBlocks(axis, turns.Value), schedule.Blocks));

    /// <summary>Over pixels and channels: where a pixel adds several terms to each lane, pixels end the blocks.</summary>
    [Theory]
    [InlineData(16, 16, null)]
    [InlineData(16, 17, 64)]
    [InlineData(64, 17, 1)]
    public void Sums_over_several_axes_are_cut_in_one_of_them(int channels, int size, int? turns) => Assert.All(
        Sums(Shape.Image(channels, size, size), new LayerNorm(1e-5, false, false, null)),
        schedule => Assert.Equal(turns is null ? null : new SumBlocks(Axis: 0, turns.Value), schedule.Blocks));

    private static RowSchedule[] Sums(Shape input, Layer layer)
    {
        ShapedNetwork network = TestNetworks.Of(input, new MSE(Reduction.Mean, TargetIsInput: false), layer);
        CompiledNetwork compiled = Compiler.Plan(network, TestContext.Current.CancellationToken);
        IEnumerable<FusedGroup> sums = compiled.Predict.Groups.Where(group => group.ReducedAxes.Count > 0);
        return [.. sums.Select(group => group.Schedule).OfType<RowSchedule>()];
    }

    private static RowSchedule[] Schedules(Func<CompiledNetwork, IEnumerable<FusedGroup>> groups) =>
        [.. groups(Compiler.Plan(TestNetworks.MnistCnn, TestContext.Current.CancellationToken))
            .Select(group => group.Schedule).OfType<RowSchedule>()];
}
