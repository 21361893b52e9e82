namespace NetGen;

/// <summary>The best monitored value so far, and how many epochs ago it was.</summary>
internal sealed class BestValue(FitMonitor monitor, double minDelta = 0)
{
    /// <summary>What is monitored.</summary>
    public FitMonitor Monitor => monitor;

    /// <summary>The best value; NaN where there is none.</summary>
    public double Value { get; set; } = double.NaN;

    /// <summary>The epochs since the best one.</summary>
    public int EpochsSince { get; set; }

    /// <summary>Takes the value of an epoch: whether it is the best one. A value that is NaN never is.</summary>
    public bool Take(EpochResult epoch)
    {
        double value = monitor.ValueOf(epoch);
        bool isBest = double.IsNaN(Value)
            ? !double.IsNaN(value)
            : monitor.LargerIsBetter ? value > Value + minDelta : value < Value - minDelta;
        if (isBest)
            (Value, EpochsSince) = (value, 0);
        else
            EpochsSince++;
        return isBest;
    }
}
