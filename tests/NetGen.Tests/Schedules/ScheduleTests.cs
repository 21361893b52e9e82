using System.Text.Json;
using NetGen.Execution.Tests.Golden;

namespace NetGen.Tests.Schedules;

public class ScheduleTests
{
    private static readonly JsonElement Cases = GoldenFolder.ReadJson("manifest.json").RootElement.GetProperty("schedulers");

    public static TheoryData<string> CaseNames => [.. Cases.EnumerateArray().Select(entry => entry.GetProperty("case").GetString()!)];

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Follows_PyTorch(string name)
    {
        JsonElement entry = Cases.EnumerateArray().Single(candidate => candidate.GetProperty("case").GetString() == name);
        double rate = entry.GetProperty("base_lr").GetDouble();
        JsonElement arguments = entry.GetProperty("args");
        Schedule schedule = name switch
        {
            "step" => new StepSchedule(rate, arguments.GetProperty("step_size").GetInt32(), Number("gamma")),
            "multistep" => new MultiStepSchedule(
                rate, arguments.GetProperty("milestones").EnumerateArray().Select(milestone => milestone.GetInt32()), Number("gamma")),
            "exponential" => new ExponentialSchedule(rate, Number("gamma")),
            "cosine" => new CosineAnnealingSchedule(rate, arguments.GetProperty("T_max").GetInt32(), Number("eta_min")),
            "onecycle" => new OneCycleSchedule(Number("max_lr"), arguments.GetProperty("total_steps").GetInt32()),
            "linear" => new LinearSchedule(
                rate, Number("start_factor"), Number("end_factor"), arguments.GetProperty("total_iters").GetInt32()),
            _ => throw new InvalidDataException($"the manifest names the schedule '{name}', which this test does not know"),
        };

        double[] expected = [.. entry.GetProperty("lr_at_step").EnumerateArray().Select(value => value.GetDouble())];
        Assert.Equal(30, expected.Length);
        for (int step = 0; step < expected.Length; step++)
            Assert.Equal(expected[step], schedule.LearningRateAt(step), 1e-12);

        double Number(string argument) => arguments.GetProperty(argument).GetDouble();
    }

    /// <summary>Three thousand million steps are a week of a small network.</summary>
    [Fact]
    public void Steps_are_of64_bits()
    {
        Assert.Equal(
            0.05, new LinearSchedule(0.1, startFactor: 1, endFactor: 0, totalSteps: 6_000_000_000).LearningRateAt(3_000_000_000), 1e-12);
        Assert.Equal(0.05, new CosineAnnealingSchedule(0.1, maximalSteps: 6_000_000_000).LearningRateAt(3_000_000_000), 1e-12);
        Assert.Equal(0.01, new StepSchedule(0.1, stepSize: 3_000_000_000).LearningRateAt(3_000_000_000), 1e-12);
        Assert.Equal(0.1, new OneCycleSchedule(0.1, totalSteps: 10_000_000_000).LearningRateAt(2_999_999_999), 1e-9);
        Assert.Equal(0.001, new MultiStepSchedule(0.1, [1, int.MaxValue]).LearningRateAt(3_000_000_000), 1e-12);
    }

    [Fact]
    public void Refuses_bad_arguments()
    {
        Assert.Throws<ArgumentOutOfRangeException>("learningRate", () => new StepSchedule(1e300, 5));
        Assert.Throws<ArgumentOutOfRangeException>("divisor", () => new OneCycleSchedule(0.1, 10, divisor: 1e-300));
        Assert.Throws<ArgumentOutOfRangeException>("learningRate", () => new StepSchedule(-0.1, 5));
        Assert.Throws<ArgumentOutOfRangeException>("stepSize", () => new StepSchedule(0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("gamma", () => new ExponentialSchedule(0.1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("milestones", () => new MultiStepSchedule(0.1, [3, -1]));
        Assert.Throws<ArgumentOutOfRangeException>("totalSteps", () => new OneCycleSchedule(0.1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("risingPart", () => new OneCycleSchedule(0.1, 10, risingPart: 1));
        Assert.Throws<ArgumentOutOfRangeException>("maximalSteps", () => new CosineAnnealingSchedule(0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => new ExponentialSchedule(0.1, 0.5).LearningRateAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => new OneCycleSchedule(0.1, 10).LearningRateAt(10));
    }
}
