using NetGen.Compiler.Fusion;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Scheduling;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>How loops over rows are cut, as values.</summary>
public class RowScheduleTests
{
    /// <summary>A loss over ten classes has a lane for each sample in training; a prediction, which may be of one, has not.</summary>
    [Fact]
    public void Short_rows_have_a_lane_for_each_sample()
    {
        Assert.Contains(Schedules(compiled => compiled.Programs.SelectMany(program => program.Groups)), schedule => schedule.UsesBatchLanes);
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

    private static RowSchedule[] Schedules(Func<CompiledNetwork, IEnumerable<FusedGroup>> groups) =>
        [.. groups(Compiler.Plan(TestNetworks.MnistCnn, TestContext.Current.CancellationToken)).Select(group => group.Schedule).OfType<RowSchedule>()];
}
