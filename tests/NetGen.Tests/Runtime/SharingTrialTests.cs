using System.Diagnostics;
using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

/// <summary>The choice of what threads share of a sample, by times that the tests make up.</summary>
public class SharingTrialTests
{
    /// <summary>So long that eight calls try a way.</summary>
    private static readonly long Long = Stopwatch.Frequency / 100;

    private static readonly SharedLayers[] Ways = [SharedLayers.All, SharedLayers.Large, SharedLayers.None];

    [Theory]
    [InlineData(10, 20, 20, "All")]
    [InlineData(20, 10, 20, "Large")]
    [InlineData(20, 20, 10, "None")]
    [InlineData(10, 10, 10, "None")]
    [InlineData(10, 10, 20, "Large")]
    public void The_fastest_way_is_taken_and_each_is_tried(long all, long large, long none, string taken)
    {
        var trial = default(SharingTrial);
        long[] times = [all * Long, large * Long, none * Long];
        int[] calls = Calls(ref trial, 24, times);
        Assert.Equal([8, 8, 8], calls);
        Assert.False(trial.IsTrying);
        calls = Calls(ref trial, 1000, times);
        Assert.Equal(1000, calls[(int)Enum.Parse<SharedLayers>(taken)]);
    }

    /// <summary>A thread that has slept gets a processor of its own only after some milliseconds.</summary>
    [Fact]
    public void Short_calls_are_tried_for_a_while()
    {
        var trial = default(SharingTrial);
        long time = Stopwatch.Frequency / 10_000;
        while (trial.IsTrying && trial.Shared == SharedLayers.All)
            trial.Count(time);
        int[] calls = Calls(ref trial, 80, [time, time, time]);
        Assert.Equal([0, 40, 40], calls);
        Assert.False(trial.IsTrying);
    }

    [Fact]
    public void Calls_that_take_hardly_any_time_are_tried_a_limited_number_of_times()
    {
        var trial = default(SharingTrial);
        Assert.Equal([256, 256, 256], Calls(ref trial, 3 * 256, [0, 0, 0]));
        Assert.False(trial.IsTrying);
    }

    /// <summary>The least time counts: the first calls compile code, and threads have to wake.</summary>
    [Fact]
    public void Slow_first_calls_do_not_count()
    {
        var trial = default(SharingTrial);
        trial.Count(1000 * Long);
        Calls(ref trial, 23, [Long, 2 * Long, 2 * Long]);
        Assert.Equal(SharedLayers.All, trial.Shared);
    }

    /// <summary>A machine may become busy.</summary>
    [Fact]
    public void The_choice_is_made_again()
    {
        var trial = default(SharingTrial);
        Calls(ref trial, 24 + 1024, [Long, 2 * Long, 2 * Long]);
        Assert.True(trial.IsTrying);
        Calls(ref trial, 24, [3 * Long, 2 * Long, Long]);
        Assert.False(trial.IsTrying);
        Assert.Equal(SharedLayers.None, trial.Shared);
    }

    [Fact]
    public void Trials_become_rare()
    {
        var trial = default(SharingTrial);
        foreach (int period in (int[])[1024, 2048, 4096, 8192, 8192])
        {
            Assert.True(trial.IsTrying);
            Calls(ref trial, 24, [Long, 2 * Long, 2 * Long]);
            Assert.Equal([period, 0, 0], Calls(ref trial, period, [Long, 2 * Long, 2 * Long]));
        }
    }

    /// <summary>A first call that compiles code does not end the time in which a way is tried.</summary>
    [Fact]
    public void One_slow_call_is_not_a_long_time()
    {
        var trial = default(SharingTrial);
        long time = Stopwatch.Frequency / 10_000;
        trial.Count(1000 * Long);
        Assert.Equal([39, 1, 0], Calls(ref trial, 40, [time, time, time]));
    }

    /// <summary>Makes calls that take a time for each way, and says how many went each way.</summary>
    private static int[] Calls(ref SharingTrial trial, int count, long[] times)
    {
        int[] calls = new int[Ways.Length];
        for (int i = 0; i < count; i++)
        {
            int way = (int)trial.Shared;
            calls[way]++;
            trial.Count(times[way]);
        }

        return calls;
    }
}
