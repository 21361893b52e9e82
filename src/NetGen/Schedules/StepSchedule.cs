namespace NetGen;

/// <summary>Multiplies the learning rate by a factor every so many steps (StepLR).</summary>
/// <param name="learningRate">The rate at first.</param>
/// <param name="stepSize">The number of steps between two changes, at least 1.</param>
/// <param name="gamma">The factor.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
public sealed class StepSchedule(double learningRate, long stepSize, double gamma = 0.1) : Schedule
{
    private readonly double learningRate = CheckedRate(learningRate, nameof(learningRate));
    private readonly long stepSize = CheckedCount(stepSize, nameof(stepSize));
    private readonly double gamma = CheckedFactor(gamma, nameof(gamma));

    private protected override double Rate(long step) => learningRate * Math.Pow(gamma, step / stepSize);
}
