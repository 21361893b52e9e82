namespace NetGen;

/// <summary>The progress of an epoch.</summary>
/// <param name="Epoch">The number of the epoch, from 1.</param>
/// <param name="SamplesDone">The samples trained on in this epoch.</param>
/// <param name="Samples">The samples that the whole epoch trains on.</param>
/// <param name="Loss">The loss of this epoch so far, in the meaning of <see cref="EpochResult.Loss"/>.</param>
/// <param name="LearningRate">The learning rate of the last step.</param>
public readonly record struct FitProgress(int Epoch, int SamplesDone, int Samples, double Loss, double LearningRate)
{
    /// <summary>The L2 norm of all gradients of the last step before they were clipped by norm; NaN without.</summary>
    public double GradientNorm { get; init; } = double.NaN;

    /// <summary>
    /// The loss of the last step alone, before its update, in the meaning of <see cref="EpochResult.Loss"/>; NaN where no label of it
    /// counts.
    /// </summary>
    public double StepLoss { get; init; } = double.NaN;
}
