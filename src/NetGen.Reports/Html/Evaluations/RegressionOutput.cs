namespace NetGen.Reports;

/// <summary>One number of a network's output beside its target, over the samples of a set.</summary>
/// <param name="Index">Which number of the output, from 0.</param>
/// <param name="Targets">The targets, [samples].</param>
/// <param name="Predictions">The outputs, [samples].</param>
internal sealed record RegressionOutput(int Index, float[] Targets, float[] Predictions)
{
    /// <summary>Output less target, of each sample.</summary>
    public IEnumerable<double> Residuals => Predictions.Zip(Targets, (output, target) => (double)output - target);

    /// <summary>The mean absolute residual.</summary>
    public double MeanAbsoluteError => Residuals.Average(Math.Abs);

    /// <summary>The square root of the mean squared residual.</summary>
    public double RootMeanSquaredError => Math.Sqrt(Residuals.Average(residual => residual * residual));

    /// <summary>The coefficient of determination; NaN where all targets are equal.</summary>
    public double R2
    {
        get
        {
            double mean = Targets.Average(target => (double)target);
            double spread = Targets.Sum(target => (target - mean) * (target - mean));
            return spread > 0 ? 1 - (Residuals.Sum(residual => residual * residual) / spread) : double.NaN;
        }
    }
}
