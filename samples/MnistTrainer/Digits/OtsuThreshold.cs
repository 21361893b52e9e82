namespace MnistTrainer.Digits;

/// <summary>
/// The threshold that separates numbers into two classes best (Otsu 1979): the one with the largest variance between them.
/// </summary>
/// <param name="Value">What lies above is of the upper class.</param>
/// <param name="Distance">The difference of the two classes' means.</param>
internal sealed record OtsuThreshold(float Value, double Distance)
{
    private const int Bins = 256;

    /// <summary>The threshold of numbers between 0 and 1; what is outside counts as these.</summary>
    public static OtsuThreshold Of(ReadOnlySpan<float> values)
    {
        var counts = new int[Bins];
        foreach (float value in values)
            counts[(int)(Math.Clamp(value, 0, 1) * (Bins - 1))]++;
        double all = counts.Select((count, bin) => (double)count * bin).Sum(), sum = 0, best = -1, distance = 0;
        int threshold = 0;
        long below = 0;
        for (int bin = 0; bin < Bins - 1; bin++)
        {
            below += counts[bin];
            sum += (double)counts[bin] * bin;
            long above = values.Length - below;
            if (below == 0 || above == 0)
                continue;
            double between = ((all - sum) / above) - (sum / below), variance = (double)below * above * between * between;
            if (variance > best)
                (best, threshold, distance) = (variance, bin, between);
        }

        return new OtsuThreshold((threshold + 0.5f) / (Bins - 1), distance / (Bins - 1));
    }
}
