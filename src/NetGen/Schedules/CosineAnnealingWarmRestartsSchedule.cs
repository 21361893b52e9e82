namespace NetGen;

/// <summary>
/// Lets the learning rate fall along half a cosine wave again and again, from the full rate each time (CosineAnnealingWarmRestarts;
/// Loshchilov and Hutter, "SGDR", 2016).
/// </summary>
/// <remarks>
/// At step t of a cycle of T steps: η + (γ - η)(1 + cos(πt/T))/2; each cycle is as many times as long as the one before as
/// <paramref name="cycleFactor"/> says.
/// </remarks>
/// <param name="learningRate">γ, the rate at the beginning of each cycle.</param>
/// <param name="firstCycleSteps">The number of steps of the first cycle, at least 1 (PyTorch's <c>T_0</c>).</param>
/// <param name="cycleFactor">The length of a cycle divided by that of the one before, at least 1 (PyTorch's <c>T_mult</c>).</param>
/// <param name="minimalLearningRate">η, the lowest rate.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
public sealed class CosineAnnealingWarmRestartsSchedule(
    double learningRate, long firstCycleSteps, int cycleFactor = 1, double minimalLearningRate = 0) : Schedule
{
    private readonly double learningRate = CheckedRate(learningRate, nameof(learningRate));
    private readonly long firstCycleSteps = CheckedCount(firstCycleSteps, nameof(firstCycleSteps));
    private readonly long cycleFactor = CheckedCount(cycleFactor, nameof(cycleFactor));
    private readonly double minimalLearningRate = CheckedRate(minimalLearningRate, nameof(minimalLearningRate));

    private protected override double Rate(long step)
    {
        long length = firstCycleSteps;
        if (cycleFactor == 1)
        {
            step %= length;
        }
        else
        {
            for (; step >= length; length = checked(length * cycleFactor))
                step -= length;
        }

        return minimalLearningRate + ((learningRate - minimalLearningRate) * (1 + Math.Cos(Math.PI * step / length)) / 2);
    }
}
