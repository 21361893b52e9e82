namespace NetGen;

/// <summary>
/// The coefficient of determination, 1 - Σ(target - output)² / Σ(target - mean target)²: 1 is perfect, 0 what the mean would give; the mean
/// over the numbers of the output (scikit-learn's <c>r2_score</c>).
/// </summary>
/// <remarks>
/// As in scikit-learn, a number whose targets are all equal counts 1 where the outputs equal them, and else 0. Of fewer than two samples
/// the value is NaN.
/// </remarks>
public sealed class R2Score : Metric
{
    private double[] means = [];
    private double[] spreads = [];
    private double[] errors = [];
    private long count;

    /// <inheritdoc/>
    public override string Name => MetricNames.R2;

    /// <inheritdoc/>
    public override double Value => count < 2 ? double.NaN : Enumerable.Range(0, means.Length).Average(Of);

    /// <inheritdoc/>
    public override void Begin(MetricTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        task.RequireTargets(this);
        count = 0;
        (means, spreads, errors) = (new double[task.OutputSize], new double[task.OutputSize], new double[task.OutputSize]);
    }

    /// <inheritdoc/>
    public override void Add(MetricBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ReadOnlySpan<float> outputs = batch.Outputs, targets = batch.Targets;
        for (int begin = 0; begin < outputs.Length; begin += means.Length)
        {
            count++;
            for (int i = 0; i < means.Length; i++)
            {
                // Welford's sums, which cancel nothing where the mean is far from 0.
                double target = targets[begin + i], error = target - outputs[begin + i], before = target - means[i];
                means[i] += before / count;
                spreads[i] += before * (target - means[i]);
                errors[i] += error * error;
            }
        }
    }

    private double Of(int i) => spreads[i] == 0 ? (errors[i] == 0 ? 1 : 0) : 1 - (errors[i] / spreads[i]);
}
