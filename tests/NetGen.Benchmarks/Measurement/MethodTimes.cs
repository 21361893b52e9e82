using NetGen.Runtime;

namespace NetGen.Benchmarks.Measurement;

/// <summary>The time that a layer's emitted methods take in a network of it alone: the least of several samples.</summary>
internal sealed class MethodTimes
{
    /// <summary>What a network copies at its ends, into the layout that layers work in and out of it, belongs to these.</summary>
    private static readonly string[] Ends = ["input", "output"];

    private readonly Profile profile = new();
    private readonly Dictionary<Pass, double> ofLayer = [];
    private readonly Dictionary<Pass, double> ofEnds = [];
    private readonly TimingOptions timing;

    /// <summary>Profiles a trainer from now on.</summary>
    public MethodTimes(Trainer trainer, TimingOptions timing)
    {
        this.timing = timing;
        trainer.Profile = profile;
    }

    /// <summary>Takes the samples.</summary>
    public void Run(Action step) => StepTimer.MeasureEach(step, timing, profile.Clear, Take);

    /// <summary>
    /// Seconds of a layer's methods of a pass in one step. A layer without any, such as a padding, is done by the copies at the network's
    /// ends, and takes their time.
    /// </summary>
    public double Least(Pass pass) => ofLayer.TryGetValue(pass, out double seconds) ? seconds : ofEnds.GetValueOrDefault(pass);

    private void Take(int steps)
    {
        foreach (var methods in profile.Groups.GroupBy(group => (group.Pass, IsEnd: Ends.Contains(group.Layers))))
        {
            Dictionary<Pass, double> least = methods.Key.IsEnd ? ofEnds : ofLayer;
            double seconds = methods.Sum(group => group.Elapsed.TotalSeconds) / steps;
            least[methods.Key.Pass] = Math.Min(seconds, least.GetValueOrDefault(methods.Key.Pass, seconds));
        }
    }
}
