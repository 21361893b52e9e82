namespace NetGen;

/// <summary>Ends training where a monitored value has not become better for some epochs (Keras' <c>EarlyStopping</c>).</summary>
/// <remarks>Whether smaller or larger is better follows from the monitored value.</remarks>
public sealed record EarlyStopping
{
    /// <summary>Early stopping after so many epochs that are not better than the best one.</summary>
    /// <param name="patience">Their number, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public EarlyStopping(int patience = 5) => Patience = patience;

    /// <summary>The number of epochs in succession that are not better than the best one, after which training ends; at least 1.</summary>
    public int Patience
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Patience), value, $"Expected at least 1 epoch; got {value}.");
    }

    /// <summary>How much better than the best one an epoch must be to count, at least 0.</summary>
    public double MinDelta
    {
        get;
        init => field = value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MinDelta), value, $"Expected a finite number of at least 0; got {value}.");
    }

    /// <summary>What is monitored; <see cref="FitOptions.Monitor"/> where nothing is stated.</summary>
    public FitMonitor? Monitor { get; init; }
}
