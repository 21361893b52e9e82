namespace NetGen.Runtime;

/// <summary>
/// Decides by time whether threads share the layers of a single sample or leave it to one of them. Which is faster depends on the network
/// and on how far the cores are from each other. The first calls of each period try both in turn, the others take the faster. Results are
/// the same either way.
/// </summary>
internal struct SharingTrial
{
    /// <summary>Calls between two trials, so that the slower way costs little.</summary>
    private const int Period = 1024;

    /// <summary>Calls of a trial: each way is tried eight times, and its least time counts.</summary>
    private const int Tried = 16;

    private int call;
    private long shared;
    private long alone;

    /// <summary>Whether the next call is part of a trial, and its time counts.</summary>
    public readonly bool IsTrying => call < Tried;

    /// <summary>Whether threads share the next call's sample.</summary>
    public readonly bool Shares => IsTrying ? call % 2 == 0 : shared < alone;

    /// <summary>Counts a call.</summary>
    /// <param name="time">What it took, in any unit, where it was part of a trial.</param>
    public void Count(long time)
    {
        if (call == 0)
            (shared, alone) = (long.MaxValue, long.MaxValue);
        if (IsTrying)
        {
            if (Shares)
                shared = Math.Min(shared, time);
            else
                alone = Math.Min(alone, time);
        }

        call = (call + 1) % Period;
    }
}
