using NetGen.Runtime;

namespace NetGen.Benchmarks.Measurement;

/// <summary>The time that a network's emitted methods take, without the checks and copies around them: the least of several samples.</summary>
internal sealed class MethodTimes
{
    private readonly Profile profile = new();
    private readonly Dictionary<Pass, double> least = [];
    private readonly TimingOptions timing;

    /// <summary>Profiles a trainer from now on.</summary>
    public MethodTimes(Trainer trainer, TimingOptions timing)
    {
        this.timing = timing;
        trainer.Profile = profile;
    }

    /// <summary>Takes the samples.</summary>
    public void Run(Action step) => StepTimer.MeasureEach(step, timing, profile.Clear, Take);

    /// <summary>Seconds of a pass in one step; 0 where it has no methods.</summary>
    public double Least(Pass pass) => least.GetValueOrDefault(pass);

    private void Take(int steps)
    {
        foreach (IGrouping<Pass, GroupProfile> pass in profile.Groups.GroupBy(group => group.Pass))
        {
            double seconds = pass.Sum(group => group.Elapsed.TotalSeconds) / steps;
            least[pass.Key] = Math.Min(seconds, least.GetValueOrDefault(pass.Key, seconds));
        }
    }
}
