namespace NetGen;

/// <summary>
/// What decides whether an epoch is better than another: a loss, or a metric of the validation set. A string names one:
/// <c>Monitor = "f1"</c>.
/// </summary>
public sealed class FitMonitor
{
    private const string TrainingLossName = "training_loss";
    private const string ValidationLossName = "validation_loss";

    private FitMonitor(string name, Metric? metric) => (Name, Metric) = (name, metric);

    /// <summary>The loss of the epoch's training steps; smaller is better.</summary>
    public static FitMonitor TrainingLoss { get; } = new(TrainingLossName, metric: null);

    /// <summary>The loss of the validation set after the epoch; smaller is better.</summary>
    public static FitMonitor ValidationLoss { get; } = new(ValidationLossName, metric: null);

    /// <summary>The name, such as <c>validation_loss</c> or that of the metric.</summary>
    public string Name { get; }

    /// <summary>Whether a larger value is a better one.</summary>
    public bool LargerIsBetter => Metric?.LargerIsBetter == true;

    /// <summary>The metric; null where it is a loss.</summary>
    internal Metric? Metric { get; }

    /// <summary>Whether there is no value without a validation set.</summary>
    internal bool NeedsValidation => this != TrainingLoss;

    /// <summary>A metric of the validation set.</summary>
    /// <param name="metric">The metric.</param>
    public static FitMonitor Of(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new FitMonitor(metric.Name, metric);
    }

    /// <summary>A loss or a metric by its name.</summary>
    /// <param name="name"><c>training_loss</c>, <c>validation_loss</c>, or one that <see cref="Metric.Named"/> knows.</param>
    /// <exception cref="ArgumentException">There is no such metric; the message lists all names.</exception>
    public static FitMonitor Named(string name) => name switch
    {
        TrainingLossName => TrainingLoss,
        ValidationLossName => ValidationLoss,
        _ => Of(Metric.Named(name)),
    };

    /// <summary>A loss or a metric by its name: <see cref="Named"/>.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">There is no such metric; the message lists all names.</exception>
    public static implicit operator FitMonitor(string name) => Named(name);

    /// <summary>A metric of the validation set: <see cref="Of"/>.</summary>
    /// <param name="metric">The metric.</param>
    public static implicit operator FitMonitor(Metric metric) => Of(metric);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The value of an epoch; NaN of one that was made before a checkpoint, by options that did not ask for it.</summary>
    internal double ValueOf(EpochResult epoch) =>
        Metric is not null ? epoch.Validation?.Metrics.GetValueOrDefault(Name, double.NaN) ?? double.NaN
            : NeedsValidation ? epoch.ValidationLoss
            : epoch.Loss;
}
