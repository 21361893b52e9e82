using System.Collections;

namespace NetGen;

/// <summary>The epochs of a fit, in their order.</summary>
public sealed class FitHistory : IReadOnlyList<EpochResult>
{
    private readonly EpochResult[] epochs;

    internal FitHistory(IEnumerable<EpochResult> epochs, FitMonitor monitor, bool stoppedEarly)
    {
        (this.epochs, Monitor, StoppedEarly) = ([.. epochs], monitor, stoppedEarly);
        var best = new BestValue(monitor);
        Best = this.epochs[0];
        foreach (EpochResult epoch in this.epochs)
        {
            if (best.Take(epoch))
                Best = epoch;
        }
    }

    /// <summary>
    /// The best epoch by <see cref="Monitor"/>, whose parameters the network has with <see cref="FitOptions.KeepBest"/>; the first of
    /// several that are as good.
    /// </summary>
    public EpochResult Best { get; }

    /// <summary>What <see cref="Best"/> is judged by.</summary>
    public FitMonitor Monitor { get; }

    /// <summary>
    /// Whether <see cref="FitOptions.EarlyStopping"/> or <see cref="FitOptions.StopWhen"/> ended training before all epochs were done.
    /// </summary>
    public bool StoppedEarly { get; }

    /// <summary>The time that training took, in seconds.</summary>
    public double Seconds => epochs.Sum(epoch => epoch.Seconds);

    /// <summary>The number of epochs.</summary>
    public int Count => epochs.Length;

    /// <summary>An epoch.</summary>
    /// <param name="index">Which of this fit, from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such epoch.</exception>
    public EpochResult this[int index] => epochs[index];

    /// <inheritdoc/>
    public IEnumerator<EpochResult> GetEnumerator() => ((IEnumerable<EpochResult>)epochs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
