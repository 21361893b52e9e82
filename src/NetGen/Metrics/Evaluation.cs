using System.Collections.ObjectModel;
using System.Globalization;

namespace NetGen;

/// <summary>How well a network predicts a data set.</summary>
/// <param name="Loss">
/// The loss of all samples as one batch, which no smaller batches change: a mean is over the labels that are not ignored, or by what their
/// classes weigh. With <see cref="Reduction.Sum"/> the sum divided by the number of samples. NaN where no label counts. What layers add to
/// the loss (<see cref="ReparameterizeAttribute{Mean, LogVariance}"/>) is contained, divided alike.
/// </param>
/// <param name="Accuracy">
/// The part of the labels that are not ignored which was classified correctly, 0 to 1; NaN where the set has no class labels.
/// </param>
/// <param name="Confusion">
/// The confusion matrix; null where the set has no class labels. Of more than 2,048 classes it keeps the pairs that occur alone.
/// </param>
/// <param name="Samples">The number of samples.</param>
public sealed record Evaluation(double Loss, double Accuracy, ConfusionMatrix? Confusion, int Samples)
{
    /// <summary>
    /// The number of labels that are not ignored whose output named no class, because one of its scores was NaN; they are not classified
    /// correctly.
    /// </summary>
    public long Unclassified => Confusion?.Unclassified ?? 0;

    /// <summary>The values of the metrics that were asked for, by their names.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = ReadOnlyDictionary<string, double>.Empty;

    /// <summary>The value of a metric that was asked for.</summary>
    /// <param name="metric">Its name, such as <c>f1</c>.</param>
    /// <exception cref="ArgumentException">It was not asked for; the message lists those that were.</exception>
    public double this[string metric] => Metrics.TryGetValue(metric, out double value)
        ? value
        : throw new ArgumentException(
            $"The metric '{metric}' was not evaluated; expected one of: {string.Join(", ", Metrics.Keys.DefaultIfEmpty("none"))}.",
            nameof(metric));

    /// <summary>In a line, such as "loss 0.0304, accuracy 99.00 % of 10,000 samples".</summary>
    public override string ToString()
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        string text = Confusion is null && double.IsNaN(Accuracy)
            ? string.Create(culture, $"loss {Loss:F4} over {Samples:N0} samples")
            : string.Create(culture, $"loss {Loss:F4}, accuracy {Accuracy * 100:F2} % of {Samples:N0} samples");
        foreach ((string name, double value) in Metrics)
            text += string.Create(culture, $", {name} {value:F4}");
        return Unclassified == 0 ? text : string.Create(culture, $"{text}; outputs of {Unclassified:N0} are NaN and name no class");
    }
}
