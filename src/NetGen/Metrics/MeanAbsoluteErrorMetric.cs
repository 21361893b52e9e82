namespace NetGen;

/// <summary>
/// The mean of the absolute differences of outputs and targets, in the targets' unit (scikit-learn's <c>mean_absolute_error</c>).
/// </summary>
public sealed class MeanAbsoluteErrorMetric : ErrorMetric
{
    /// <inheritdoc/>
    public override string Name => MetricNames.MeanAbsoluteError;

    private protected override double Error(double difference) => Math.Abs(difference);
}
