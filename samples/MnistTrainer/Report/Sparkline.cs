namespace MnistTrainer.Report;

/// <summary>A curve in one line of text.</summary>
internal static class Sparkline
{
    private const string Levels = "▁▂▃▄▅▆▇█";

    /// <summary>
    /// The values as bars from the smallest to the largest, at most so many characters: each the mean of its share of them.
    /// </summary>
    /// <param name="values">The values; what is not finite is left out.</param>
    /// <param name="width">At least 1.</param>
    public static string Of(IReadOnlyList<double> values, int width)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        int length = Math.Min(width, finite.Length);
        double[] means =
        [
            .. Enumerable.Range(0, length)
                .Select(i => finite[(i * finite.Length / length)..((i + 1) * finite.Length / length)].Average()),
        ];
        if (means.Length == 0)
            return "";
        double low = means.Min(), range = Math.Max(means.Max() - low, 1e-12);
        return string.Concat(means.Select(mean => Levels[(int)Math.Min((mean - low) / range * Levels.Length, Levels.Length - 1)]));
    }
}
