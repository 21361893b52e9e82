using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

/// <summary>The choice between threads that share a sample and one thread, by times that the tests make up.</summary>
public class SharingTrialTests
{
    [Theory]
    [InlineData(10, 20, true)]
    [InlineData(20, 10, false)]
    [InlineData(10, 10, false)]
    public void The_faster_way_is_taken(long shared, long alone, bool shares)
    {
        var trial = default(SharingTrial);
        int sharedCalls = Calls(ref trial, 1024, shared, alone);
        Assert.Equal(shares ? 1024 - 8 : 8, sharedCalls);
    }

    /// <summary>The least time counts: the first calls compile code, and threads have to wake.</summary>
    [Fact]
    public void Slow_first_calls_do_not_count()
    {
        var trial = default(SharingTrial);
        Calls(ref trial, 2, 1_000_000, 500);
        Calls(ref trial, 14, 50, 100);
        Assert.True(trial.Shares);
    }

    /// <summary>A machine may become busy.</summary>
    [Fact]
    public void The_choice_is_made_again()
    {
        var trial = default(SharingTrial);
        Calls(ref trial, 1024, 10, 20);
        Calls(ref trial, 16, 30, 20);
        Assert.False(trial.IsTrying);
        Assert.False(trial.Shares);
    }

    /// <summary>Makes calls, and says how many were shared.</summary>
    private static int Calls(ref SharingTrial trial, int count, long shared, long alone)
    {
        int calls = 0;
        for (int i = 0; i < count; i++)
        {
            bool shares = trial.Shares;
            calls += shares ? 1 : 0;
            trial.Count(shares ? shared : alone);
        }

        return calls;
    }
}
