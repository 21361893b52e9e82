namespace NetGen;

/// <summary>Changes the learning rate evenly from one part of itself to another, and leaves it there (LinearLR).</summary>
/// <param name="learningRate">The rate that the factors are parts of.</param>
/// <param name="startFactor">The factor at first.</param>
/// <param name="endFactor">The factor at the end.</param>
/// <param name="totalSteps">The number of steps from the one to the other, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
public sealed class LinearSchedule(double learningRate, double startFactor = 1.0 / 3, double endFactor = 1, long totalSteps = 5) : Schedule
{
    private readonly double learningRate = CheckedRate(learningRate, nameof(learningRate));
    private readonly double startFactor = CheckedFactor(startFactor, nameof(startFactor));
    private readonly double endFactor = CheckedFactor(endFactor, nameof(endFactor));
    private readonly long totalSteps = CheckedCount(totalSteps, nameof(totalSteps));

    private protected override double Rate(long step) =>
        learningRate * (startFactor + ((endFactor - startFactor) * Math.Min(step, totalSteps) / totalSteps));
}
