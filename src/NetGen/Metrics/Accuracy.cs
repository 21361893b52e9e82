namespace NetGen;

/// <summary>The part of the labels that is classified correctly, 0 to 1 (scikit-learn's <c>accuracy_score</c>).</summary>
public sealed class Accuracy : Metric
{
    private long correct;
    private long total;

    /// <inheritdoc/>
    public override string Name => MetricNames.Accuracy;

    /// <inheritdoc/>
    public override double Value => (double)correct / total;

    /// <inheritdoc/>
    public override void Begin(MetricTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        task.RequireClasses(this);
        (correct, total) = (0, 0);
    }

    /// <inheritdoc/>
    public override void Add(MetricBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ReadOnlySpan<int> predictions = batch.Predictions;
        for (int i = 0; i < predictions.Length; i++)
            correct += predictions[i] == batch.Labels[i] ? 1 : 0;
        total += predictions.Length;
    }
}
