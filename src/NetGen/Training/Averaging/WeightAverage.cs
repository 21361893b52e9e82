namespace NetGen;

/// <summary>
/// An exponential moving average of the parameters over the steps (EMA): a ← p after the first step, then a ← d · a + (1 − d) · p, where
/// the decay d rises to the one that is stated (<see cref="WarmUp"/>). The averaged weights often predict better than those of the last
/// step.
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

    /// <summary>
    /// Whether the decay is min(decay, (1 + n) / (10 + n)) after n steps, as that of TensorFlow's <c>ExponentialMovingAverage</c> with
    /// <c>num_updates</c>; it is so unless stated otherwise. Without, the decay is the same from the second step on, as PyTorch's
    /// <c>get_ema_multi_avg_fn(decay)</c> has it: the average then stays near the initial weights for about 1/(1 − decay) steps, while
    /// running statistics are already those of the weights that are trained, so that validation in the first epochs may be as bad as
    /// chance.
    /// </summary>
    public bool WarmUp { get; init; } = true;

    /// <summary>The decay of the next step.</summary>
    /// <param name="steps">The steps that the average is of, at least 1.</param>
    internal double DecayAfter(long steps) => WarmUp ? Math.Min(Decay, (1.0 + steps) / (10.0 + steps)) : Decay;
}
