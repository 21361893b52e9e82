using System.Globalization;

namespace NetGen;

/// <summary>The figures of one epoch.</summary>
/// <param name="Epoch">The number of the epoch, from 1.</param>
/// <param name="Loss">
/// The loss of its samples as one batch, each measured before its own update: a mean is over the labels that are not ignored, or by what
/// their classes weigh. With <see cref="Reduction.Sum"/> the sum divided by the number of samples. NaN where no label counts.
/// </param>
/// <param name="Samples">The samples trained on.</param>
/// <param name="Seconds">The time that training took, in seconds, without that of the validation.</param>
public sealed record EpochResult(int Epoch, double Loss, int Samples, double Seconds)
{
    /// <summary>Samples a second.</summary>
    public double SamplesPerSecond => Samples / Seconds;

    /// <summary>The learning rate of the last step.</summary>
    public double LearningRate { get; init; }

    /// <summary>
    /// How well <see cref="FitOptions.Validation"/> was predicted after the epoch, with the metrics; null without such a set. It has no
    /// confusion matrix, which <see cref="Network.Evaluate"/> gives.
    /// </summary>
    public Evaluation? Validation { get; init; }

    /// <summary>The loss of the validation set; NaN without one.</summary>
    public double ValidationLoss => Validation?.Loss ?? double.NaN;

    /// <summary>In a line, such as "epoch 3: loss 0.0829, validation loss 0.0545, accuracy 98.13 % of 10,000 samples, 0.8 s".</summary>
    public override string ToString()
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        string validation = Validation is null ? "" : $", validation {Validation}";
        return string.Create(culture, $"epoch {Epoch}: loss {Loss:F4}{validation}, {Seconds:F1} s");
    }
}
