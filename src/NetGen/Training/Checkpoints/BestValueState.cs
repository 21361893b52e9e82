namespace NetGen;

/// <summary>What <see cref="BestValue"/> remembers.</summary>
/// <param name="Monitor">The name of what is monitored.</param>
/// <param name="Value">The best value.</param>
/// <param name="EpochsSince">The epochs since the best one.</param>
internal sealed record BestValueState(string Monitor, double Value, int EpochsSince)
{
    public static BestValueState? Of(BestValue? best) =>
        best is null ? null : new BestValueState(best.Monitor.Name, best.Value, best.EpochsSince);

    /// <summary>Hands the numbers over, where the same value is monitored; another one begins anew.</summary>
    public void GiveTo(BestValue? best)
    {
        if (best?.Monitor.Name == Monitor)
            (best.Value, best.EpochsSince) = (Value, EpochsSince);
    }
}
