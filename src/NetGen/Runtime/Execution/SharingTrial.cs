using System.Diagnostics;

namespace NetGen.Runtime;

/// <summary>
/// Decides by time how threads share the layers of a single sample. Which way is the fastest depends on the network and on how far the
/// cores are from each other. The first calls of each period try each way, the others take the fastest. Results are the same either way.
/// </summary>
internal struct SharingTrial
{
    /// <summary>
    /// Calls between the first trials, and between later ones, so that the slower ways cost little. At first code is still compiled.
    /// </summary>
    private const int FirstPeriod = 1024;
    private const int LastPeriod = 8 * FirstPeriod;

    private const int Ways = 3;

    /// <summary>
    /// Calls that try a way, of which the least time counts. They follow each other, and take some time: a thread that has slept is
    /// woken on the very processor that woke it, and it takes milliseconds until the system gives it another.
    /// </summary>
    private const int FewestTried = 8;
    private const int MostTried = 256;

    private static readonly long ShortestTime = Stopwatch.Frequency / 250;

    /// <summary>The way that is tried; behind the last while none is.</summary>
    private int way;

    /// <summary>Calls that have tried it, or since the trial.</summary>
    private int calls;

    /// <summary>Calls to the next trial; 0 before the first.</summary>
    private int period;

    /// <summary>The least time of each way.</summary>
    private long all;
    private long large;
    private long none;

    /// <summary>Whether the next call is part of a trial, and its time counts.</summary>
    public readonly bool IsTrying => way < Ways;

    /// <summary>What threads share of the next call's sample.</summary>
    public readonly SharedLayers Shared =>
        IsTrying ? (SharedLayers)way
        : none <= Math.Min(large, all) ? SharedLayers.None
        : large <= all ? SharedLayers.Large
        : SharedLayers.All;

    /// <summary>Counts a call.</summary>
    /// <param name="time">What it took, in ticks of <see cref="Stopwatch"/>, where it was part of a trial.</param>
    public void Count(long time)
    {
        calls++;
        if (!IsTrying)
        {
            if (calls == period)
                (way, calls) = (0, 0);
            return;
        }

        ref long least = ref Least(ref this);
        least = calls == 1 ? time : Math.Min(least, time);
        if (calls < FewestTried || (calls * least < ShortestTime && calls < MostTried))
            return;
        (way, calls) = (way + 1, 0);
        if (way == Ways)
            period = period == 0 ? FirstPeriod : Math.Min(LastPeriod, 2 * period);
    }

    private static ref long Least(ref SharingTrial trial)
    {
        switch ((SharedLayers)trial.way)
        {
            case SharedLayers.All:
                return ref trial.all;
            case SharedLayers.Large:
                return ref trial.large;
            default:
                return ref trial.none;
        }
    }
}
