namespace NetGen;

/// <summary>Multiplies the learning rate by a factor at every step (ExponentialLR).</summary>
/// <param name="learningRate">The rate at first.</param>
/// <param name="gamma">The factor.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
public sealed class ExponentialSchedule(double learningRate, double gamma) : Schedule
{
    private readonly double learningRate = CheckedRate(learningRate, nameof(learningRate));
    private readonly double gamma = CheckedFactor(gamma, nameof(gamma));

    private protected override double Rate(long step) => learningRate * Math.Pow(gamma, step);
}
