namespace NetGen;

/// <summary>
/// Lets the learning rate fall along half a cosine wave, and rise again after it (CosineAnnealingLR; Loshchilov and Hutter, "SGDR", 2016).
/// </summary>
/// <remarks>At step t: η + (γ - η)(1 + cos(πt/T))/2.</remarks>
/// <param name="learningRate">γ, the rate at first.</param>
/// <param name="maximalSteps">
/// T, the number of steps to the lowest rate, at least 1. All steps of the training where it is left open.
/// </param>
/// <param name="minimalLearningRate">η, the lowest rate.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
public sealed class CosineAnnealingSchedule(double learningRate, long? maximalSteps = null, double minimalLearningRate = 0) : Schedule
{
    private readonly double learningRate = CheckedRate(learningRate, nameof(learningRate));
    private readonly long? maximalSteps = maximalSteps is { } stated ? CheckedCount(stated, nameof(maximalSteps)) : null;
    private readonly double minimalLearningRate = CheckedRate(minimalLearningRate, nameof(minimalLearningRate));

    internal override bool IsOpen => maximalSteps is null;

    private protected override Schedule Closed(long steps) =>
        IsOpen ? new CosineAnnealingSchedule(learningRate, steps, minimalLearningRate) : this;

    private protected override double Rate(long step) =>
        minimalLearningRate + ((learningRate - minimalLearningRate) * (1 + Math.Cos(Math.PI * step / maximalSteps!.Value)) / 2);
}
