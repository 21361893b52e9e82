namespace NetGen;

/// <summary>What an epoch came to.</summary>
/// <param name="Epoch">The number of the epoch, from 1.</param>
/// <param name="Loss">
/// The mean loss over its samples, each measured before its own update; batches with no label that counts are left out.
/// </param>
/// <param name="Samples">The samples trained on.</param>
/// <param name="Seconds">The time that training took, in seconds.</param>
public sealed record EpochResult(int Epoch, double Loss, int Samples, double Seconds)
{
    /// <summary>Samples a second.</summary>
    public double SamplesPerSecond => Samples / Seconds;
}
