using System.Globalization;

namespace NetGen;

/// <summary>The names of the metrics; they are those of scikit-learn's scorers and of Keras.</summary>
internal static class MetricNames
{
    public const string Accuracy = "accuracy";
    public const string Precision = "precision";
    public const string Recall = "recall";
    public const string F1 = "f1";
    public const string RocAuc = "roc_auc";
    public const string Perplexity = "perplexity";
    public const string MeanSquaredError = "mse";
    public const string MeanAbsoluteError = "mae";
    public const string R2 = "r2";

    private const string TopBefore = "top_";
    private const string TopBehind = "_accuracy";

    /// <summary>All names as a message lists them.</summary>
    public static string All { get; } = string.Join(
        ", ",
        [
            Accuracy, TopAccuracy(5), .. Averaged(Precision), .. Averaged(Recall), .. Averaged(F1), RocAuc, Perplexity, MeanSquaredError,
            MeanAbsoluteError, R2,
        ]);

    /// <exception cref="ArgumentException">There is no such metric.</exception>
    public static Metric Find(string name) => name switch
    {
        Accuracy => new Accuracy(),
        RocAuc => new RocAuc(),
        Perplexity => new Perplexity(),
        MeanSquaredError => new MeanSquaredErrorMetric(),
        MeanAbsoluteError => new MeanAbsoluteErrorMetric(),
        R2 => new R2Score(),
        _ => (Metric?)Top(name) ?? OfClasses(name) ?? throw new ArgumentException(
            $"There is no metric '{name}'; expected one of {All}, or an object of a class that derives from {nameof(Metric)}.",
            nameof(name)),
    };

    /// <summary>The name of the accuracy among so many classes of the highest scores.</summary>
    public static string TopAccuracy(int k) => string.Create(CultureInfo.InvariantCulture, $"{TopBefore}{k}{TopBehind}");

    /// <summary>A name with its average; without where none is stated.</summary>
    public static string WithAverage(string name, Average? average) => average switch
    {
        null => name,
        Average.Binary => name + "_binary",
        Average.Macro => name + "_macro",
        Average.Micro => name + "_micro",
        _ => name + "_weighted",
    };

    private static IEnumerable<string> Averaged(string name) =>
        Enum.GetValues<Average>().Select(average => WithAverage(name, average)).Prepend(name);

    private static TopKAccuracy? Top(string name) =>
        name.StartsWith(TopBefore, StringComparison.Ordinal) && name.EndsWith(TopBehind, StringComparison.Ordinal)
        && name.Length > TopBefore.Length + TopBehind.Length
        && int.TryParse(name[TopBefore.Length..^TopBehind.Length], NumberStyles.None, CultureInfo.InvariantCulture, out int k) && k > 0
            ? new TopKAccuracy(k)
            : null;

    private static ClassMetric? OfClasses(string name)
    {
        foreach (Average? average in Enum.GetValues<Average>().Select(average => (Average?)average).Prepend(null))
        {
            if (name == WithAverage(Precision, average))
                return new Precision(average);
            if (name == WithAverage(Recall, average))
                return new Recall(average);
            if (name == WithAverage(F1, average))
                return new F1Score(average);
        }

        return null;
    }
}
