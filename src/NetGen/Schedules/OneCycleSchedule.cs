namespace NetGen;

/// <summary>
/// Raises the learning rate to a maximum and lets it fall far below its start, along two half cosine waves (OneCycleLR with its defaults;
/// Smith and Topin, "Super-convergence", 2017).
/// </summary>
public sealed class OneCycleSchedule : Schedule
{
    private readonly double maximalLearningRate;
    private readonly long? totalSteps;
    private readonly double risingPart;
    private readonly double divisor;
    private readonly double finalDivisor;
    private readonly double initialLearningRate;
    private readonly double finalLearningRate;
    private readonly double peak;

    /// <summary>One cycle.</summary>
    /// <param name="maximalLearningRate">The highest rate.</param>
    /// <param name="totalSteps">
    /// The number of steps of the whole cycle, at least 2; there is no rate after it. All steps of the training where it is left open.
    /// </param>
    /// <param name="risingPart">The part of the cycle in which the rate rises, above 0 and below 1 (PyTorch's <c>pct_start</c>).</param>
    /// <param name="divisor">The highest rate divided by the first (PyTorch's <c>div_factor</c>).</param>
    /// <param name="finalDivisor">The first rate divided by the last (PyTorch's <c>final_div_factor</c>).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public OneCycleSchedule(
        double maximalLearningRate, long? totalSteps = null, double risingPart = 0.3, double divisor = 25, double finalDivisor = 1e4)
    {
        this.maximalLearningRate = CheckedRate(maximalLearningRate, nameof(maximalLearningRate));
        if (totalSteps < 2)
            throw new ArgumentOutOfRangeException(nameof(totalSteps), totalSteps, $"Expected at least 2 steps; got {totalSteps}.");
        if (!(risingPart > 0 && risingPart < 1))
            throw new ArgumentOutOfRangeException(
                nameof(risingPart), risingPart, $"Expected a part above 0 and below 1; got {risingPart}.");
        if (!(divisor > 0))
            throw new ArgumentOutOfRangeException(nameof(divisor), divisor, $"Expected a number above 0; got {divisor}.");
        if (!(finalDivisor > 0))
            throw new ArgumentOutOfRangeException(nameof(finalDivisor), finalDivisor, $"Expected a number above 0; got {finalDivisor}.");
        (this.totalSteps, this.risingPart, this.divisor, this.finalDivisor) = (totalSteps, risingPart, divisor, finalDivisor);
        initialLearningRate = CheckedRate(maximalLearningRate / divisor, nameof(divisor));
        finalLearningRate = CheckedRate(initialLearningRate / finalDivisor, nameof(finalDivisor));
        peak = (risingPart * (totalSteps ?? 0)) - 1;
    }

    internal override long? Steps => totalSteps;

    internal override bool IsOpen => totalSteps is null;

    private protected override Schedule Closed(long steps) =>
        IsOpen ? new OneCycleSchedule(maximalLearningRate, Math.Max(steps, 2), risingPart, divisor, finalDivisor) : this;

    private protected override double Rate(long step)
    {
        long last = totalSteps!.Value - 1;
        if (step > last)
            throw new ArgumentOutOfRangeException(
                nameof(step), step, $"The cycle has {totalSteps} steps; expected a step below that, got {step}.");
        return peak > 0 && step <= peak
            ? Between(initialLearningRate, maximalLearningRate, step / peak)
            : Between(maximalLearningRate, finalLearningRate, (step - peak) / (last - peak));
    }

    // Half a cosine wave from start to end.
    private static double Between(double start, double end, double part) => end + ((start - end) / 2 * (1 + Math.Cos(Math.PI * part)));
}
