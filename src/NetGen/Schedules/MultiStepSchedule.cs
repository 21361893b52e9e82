namespace NetGen;

/// <summary>Multiplies the learning rate by a factor at each of several steps (MultiStepLR).</summary>
public sealed class MultiStepSchedule : Schedule
{
    private readonly double learningRate;
    private readonly int[] milestones;
    private readonly double gamma;

    /// <summary>A schedule of milestones.</summary>
    /// <param name="learningRate">The rate at first.</param>
    /// <param name="milestones">The steps from which on the rate is changed, in any order; one that stands twice counts twice.</param>
    /// <param name="gamma">The factor.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public MultiStepSchedule(double learningRate, IEnumerable<int> milestones, double gamma = 0.1)
    {
        ArgumentNullException.ThrowIfNull(milestones);
        this.learningRate = CheckedRate(learningRate, nameof(learningRate));
        this.gamma = CheckedFactor(gamma, nameof(gamma));
        this.milestones = [.. milestones];
        foreach (int milestone in this.milestones)
        {
            if (milestone < 0)
                throw new ArgumentOutOfRangeException(nameof(milestones), milestone, $"Expected steps of at least 0; got {milestone}.");
        }
    }

    private protected override double Rate(long step)
    {
        int passed = 0;
        foreach (int milestone in milestones)
            passed += milestone <= step ? 1 : 0;
        return learningRate * Math.Pow(gamma, passed);
    }
}
