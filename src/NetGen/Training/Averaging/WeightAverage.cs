namespace NetGen;

/// <summary>
/// An exponential moving average of the parameters over the steps (EMA; PyTorch's <c>AveragedModel</c> with
/// <c>get_ema_multi_avg_fn(decay)</c>): a ← p after the first step, then a ← decay · a + (1 − decay) · p. The averaged weights often
/// predict better than those of the last step.
/// </summary>
/// <remarks>
/// Frozen parameters have no average. Running statistics of normalisations are not averaged: as with PyTorch's <c>use_buffers=False</c>
/// they are the training's own.
/// </remarks>
public sealed record WeightAverage
{
    /// <summary>An average over about 1/(1 − decay) steps.</summary>
    /// <param name="decay">How much of the average each step keeps, at least 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public WeightAverage(double decay = 0.999)
    {
        Optimizer.RequireBelowOne(decay, nameof(decay));
        Decay = decay;
    }

    /// <summary>How much of the average each step keeps.</summary>
    public double Decay { get; }
}
