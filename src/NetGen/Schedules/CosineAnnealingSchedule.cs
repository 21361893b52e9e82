namespace NetGen;

/// <summary>
/// Lets the learning rate fall along half a cosine wave, and rise again after it (CosineAnnealingLR; Loshchilov and Hutter, "SGDR", 2016).
/// </summary>
/// <remarks>At step t: η + (γ - η)(1 + cos(πt/T))/2.</remarks>
/// <param name="learningRate">γ, the rate at first.</param>
/// <param name="maximalSteps">T, the number of steps to the lowest rate, at least 1.</param>
/// <param name="minimalLearningRate">η, the lowest rate.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
public sealed class CosineAnnealingSchedule(double learningRate, long maximalSteps, double minimalLearningRate = 0) : Schedule
{
    private readonly double learningRate = CheckedRate(learningRate, nameof(learningRate));
    private readonly long maximalSteps = CheckedCount(maximalSteps, nameof(maximalSteps));
    private readonly double minimalLearningRate = CheckedRate(minimalLearningRate, nameof(minimalLearningRate));

    private protected override double Rate(long step) =>
        minimalLearningRate + ((learningRate - minimalLearningRate) * (1 + Math.Cos(Math.PI * step / maximalSteps)) / 2);
}
