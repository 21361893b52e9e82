namespace NetGen;

/// <summary>
/// A figure of how well a network predicts, gathered batch by batch: <see cref="Begin"/>, then <see cref="Add"/> for each batch, then
/// <see cref="Value"/>.
/// </summary>
/// <remarks>
/// <see cref="Network.Evaluate"/> and <see cref="FitOptions.Metrics"/> compute all metrics in one
/// pass. A name stands for a metric with its defaults: <c>Metrics = ["accuracy", "f1"]</c>. A class of your own derives from this one.
/// Ignored labels and those of padding never come to a metric. One evaluation at a time may use an object.
/// </remarks>
public abstract class Metric
{
    /// <summary>The name under which the value is reported, such as <c>accuracy</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether a larger value is a better one; false of errors.</summary>
    public virtual bool LargerIsBetter => true;

    /// <summary>The value over all batches since <see cref="Begin"/>; NaN where nothing was counted.</summary>
    public abstract double Value { get; }

    /// <summary>Forgets all batches, and checks that the metric fits what is evaluated.</summary>
    /// <param name="task">What is evaluated.</param>
    /// <exception cref="ArgumentException">The metric does not fit the network's loss or the data set's labels.</exception>
    public abstract void Begin(MetricTask task);

    /// <summary>Counts a batch.</summary>
    /// <param name="batch">Outputs beside labels or targets; its spans are valid during the call.</param>
    public abstract void Add(MetricBatch batch);

    /// <summary>The metric of a name, with its defaults.</summary>
    /// <param name="name">
    /// One of accuracy, top_5_accuracy (with any number), precision, recall, f1, each of these three also with _binary, _macro, _micro or
    /// _weighted, roc_auc, perplexity, mse, mae, r2.
    /// </param>
    /// <exception cref="ArgumentException">There is no such metric; the message lists all names.</exception>
    public static Metric Named(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return MetricNames.Find(name);
    }

    /// <summary>The metric of a name: <see cref="Named"/>.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">There is no such metric; the message lists all names.</exception>
    public static implicit operator Metric(string name) => Named(name);

    /// <summary>The name and the value.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} {Value:F4}");
}
