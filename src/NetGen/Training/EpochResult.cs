namespace NetGen;

/// <summary>The figures of one epoch.</summary>
/// <param name="Epoch">The number of the epoch, from 1.</param>
/// <param name="Loss">
/// The loss of its samples as one batch, each measured before its own update: a mean is over the labels that are not ignored, or by what
/// their classes weigh. With <see cref="Reduction.Sum"/> the sum divided by the number of samples. NaN where no label counts.
/// </param>
/// <param name="Samples">The samples trained on.</param>
/// <param name="Seconds">The time that training took, in seconds.</param>
public sealed record EpochResult(int Epoch, double Loss, int Samples, double Seconds)
{
    /// <summary>Samples a second.</summary>
    public double SamplesPerSecond => Samples / Seconds;
}
