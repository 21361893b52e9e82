namespace NetGen;

/// <summary>
/// exp of the mean negative logarithm of the probability that the network gives to the labels; 1 is perfect (torcheval's
/// <c>Perplexity</c>). Class weights and label smoothing do not count.
/// </summary>
public sealed class Perplexity : Metric
{
    private bool areLogits;
    private double sum;
    private long count;

    /// <inheritdoc/>
    public override string Name => MetricNames.Perplexity;

    /// <inheritdoc/>
    public override bool LargerIsBetter => false;

    /// <inheritdoc/>
    public override double Value => Math.Exp(sum / count);

    /// <inheritdoc/>
    public override void Begin(MetricTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        task.RequireClasses(this);
        if (task.Loss is not ("CrossEntropy" or "NLL"))
        {
            throw new ArgumentException(
                $"The metric '{Name}' needs a probability for each class, and {task.Network} ends in {task.Loss}; expected CrossEntropy "
                    + "or NLL.",
                nameof(task));
        }

        (areLogits, sum, count) = (task.Loss == "CrossEntropy", 0, 0);
    }

    /// <inheritdoc/>
    public override void Add(MetricBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        for (int i = 0; i < batch.Labels.Length; i++)
        {
            ReadOnlySpan<float> scores = batch.ScoresOf(i);
            sum += (areLogits ? ClassScores.LogOfSumOfExponentials(scores) : 0) - scores[batch.Labels[i]];
        }

        count += batch.Labels.Length;
    }
}
