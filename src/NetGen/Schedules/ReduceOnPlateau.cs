namespace NetGen;

/// <summary>
/// Lowers the learning rate where <see cref="FitOptions.Monitor"/> has not become better for some epochs (ReduceLROnPlateau; arguments and
/// defaults are PyTorch's).
/// </summary>
public sealed record ReduceOnPlateau
{
    /// <summary>What the rate is multiplied by, at least 0 and below 1.</summary>
    public double Factor
    {
        get;
        init => field = value is >= 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Factor), value, $"Expected at least 0 and below 1; got {value}.");
    } = 0.1;

    /// <summary>The number of epochs without a better value that are waited for; after one more the rate is lowered.</summary>
    public int Patience
    {
        get;
        init => field = NotNegative(value, nameof(Patience));
    } = 10;

    /// <summary>How much better a value must be than the best one, at least 0.</summary>
    public double Threshold
    {
        get;
        init => field = NotNegative(value, nameof(Threshold));
    } = 1e-4;

    /// <summary>Whether the threshold is a part of the best value, or a difference.</summary>
    public ThresholdMode ThresholdMode { get; init; } = ThresholdMode.Relative;

    /// <summary>The number of epochs after a change in which none is counted.</summary>
    public int Cooldown
    {
        get;
        init => field = NotNegative(value, nameof(Cooldown));
    }

    /// <summary>The lowest rate, at least 0.</summary>
    public double MinLearningRate
    {
        get;
        init => field = NotNegative(value, nameof(MinLearningRate));
    }

    /// <summary>Smaller changes of the rate are left out.</summary>
    public double Epsilon
    {
        get;
        init => field = NotNegative(value, nameof(Epsilon));
    } = 1e-8;

    private static int NotNegative(int value, string argument) => value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(argument, value, $"Expected at least 0; got {value}.");

    private static double NotNegative(double value, string argument) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(argument, value, $"Expected a finite number of at least 0; got {value}.");
}
