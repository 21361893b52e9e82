namespace NetGen;

/// <summary>
/// The part of the labels that is among the k classes with the highest scores, 0 to 1 (scikit-learn's <c>top_k_accuracy_score</c>).
/// </summary>
/// <remarks>
/// Of classes with equal scores the first go before the others, as in <see cref="Accuracy"/>, so that k = 1 is the accuracy; scikit-learn
/// takes the last ones. A label whose scores hold a NaN is not classified correctly.
/// </remarks>
public sealed class TopKAccuracy : Metric
{
    private readonly int k;
    private long correct;
    private long total;

    /// <summary>The accuracy among k classes.</summary>
    /// <param name="k">The number of classes, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public TopKAccuracy(int k = 5)
    {
        if (k < 1)
            throw new ArgumentOutOfRangeException(nameof(k), k, $"Expected at least 1 class; got {k}.");
        this.k = k;
    }

    /// <inheritdoc/>
    public override string Name => MetricNames.TopAccuracy(k);

    /// <inheritdoc/>
    public override double Value => (double)correct / total;

    /// <inheritdoc/>
    public override void Begin(MetricTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        task.RequireClasses(this);
        if (k >= task.Classes)
        {
            throw new ArgumentException(
                $"The metric '{Name}' is always 1: {task.Network} has {task.Classes} classes. Expected a k below that.", nameof(task));
        }

        (correct, total) = (0, 0);
    }

    /// <inheritdoc/>
    public override void Add(MetricBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        for (int i = 0; i < batch.Labels.Length; i++)
        {
            int label = batch.Labels[i], prediction = batch.Predictions[i];
            if (prediction == label || (prediction != MetricBatch.NoClass && k > 1 && ClassesBefore(batch.ScoresOf(i), label) < k))
                correct++;
        }

        total += batch.Labels.Length;
    }

    private static int ClassesBefore(ReadOnlySpan<float> scores, int label)
    {
        float own = scores[label];
        int before = 0;
        for (int other = 0; other < scores.Length; other++)
            before += scores[other] > own || (scores[other] == own && other < label) ? 1 : 0;
        return before;
    }
}
