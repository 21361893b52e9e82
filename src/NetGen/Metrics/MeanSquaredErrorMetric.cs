namespace NetGen;

/// <summary>The mean of the squared differences of outputs and targets (scikit-learn's <c>mean_squared_error</c>).</summary>
public sealed class MeanSquaredErrorMetric : ErrorMetric
{
    /// <inheritdoc/>
    public override string Name => MetricNames.MeanSquaredError;

    private protected override double Error(double difference) => difference * difference;
}
