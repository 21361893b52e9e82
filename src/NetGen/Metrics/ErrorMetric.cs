namespace NetGen;

/// <summary>The mean of a function of output and target over all numbers.</summary>
public abstract class ErrorMetric : Metric
{
    private double sum;
    private long count;

    private protected ErrorMetric()
    {
    }

    /// <inheritdoc/>
    public override bool LargerIsBetter => false;

    /// <inheritdoc/>
    public override double Value => sum / count;

    /// <inheritdoc/>
    public override void Begin(MetricTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        task.RequireTargets(this);
        (sum, count) = (0, 0);
    }

    /// <inheritdoc/>
    public override void Add(MetricBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ReadOnlySpan<float> outputs = batch.Outputs, targets = batch.Targets;
        for (int i = 0; i < outputs.Length; i++)
            sum += Error((double)outputs[i] - targets[i]);
        count += outputs.Length;
    }

    private protected abstract double Error(double difference);
}
