namespace NetGen.Reports;

/// <summary>What a network gives for a data set.</summary>
/// <param name="Name">The name of the set.</param>
/// <param name="Samples">The number of its samples.</param>
/// <param name="Loss">The loss of all samples, in the meaning of <see cref="Evaluation.Loss"/>.</param>
/// <param name="Confusion">The confusion matrix; null where there are no class labels.</param>
/// <param name="Worst">The samples with the highest loss, the highest first.</param>
/// <param name="Outputs">Outputs beside their targets, for a regression; else none.</param>
/// <param name="First">The first sample, of the network's input shape; empty where samples are not one input of numbers.</param>
internal sealed record EvaluatedSet(
    string Name, int Samples, double Loss, ConfusionMatrix? Confusion, IReadOnlyList<EvaluatedSample> Worst,
    IReadOnlyList<RegressionOutput> Outputs, float[] First)
{
    /// <summary>The part of the labels that was classified correctly; NaN where there are none.</summary>
    public double Accuracy => Confusion?.Accuracy ?? double.NaN;
}
