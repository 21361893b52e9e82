namespace NetGen.Reports;

/// <summary>A class that is taken for another.</summary>
/// <param name="Actual">The class that the label names.</param>
/// <param name="Predicted">The class that the network gave.</param>
/// <param name="Samples">How often.</param>
/// <param name="Part">As a part of the samples of the true class, 0 to 1.</param>
internal sealed record ConfusedPair(int Actual, int Predicted, long Samples, double Part)
{
    /// <summary>The pairs with the most samples, the most first; of equal ones those of the first classes.</summary>
    public static ConfusedPair[] Of(ConfusionMatrix matrix, int most)
    {
        var pairs = new List<ConfusedPair>();
        for (int actual = 0; actual < matrix.Classes; actual++)
        {
            long all = SamplesOf(matrix, actual);
            for (int predicted = 0; predicted < matrix.Classes; predicted++)
            {
                long samples = actual == predicted ? 0 : matrix[actual, predicted];
                if (samples > 0)
                    pairs.Add(new ConfusedPair(actual, predicted, samples, (double)samples / all));
            }
        }

        return [.. pairs.OrderByDescending(pair => pair.Samples).Take(most)];
    }

    private static long SamplesOf(ConfusionMatrix matrix, int actual)
    {
        long sum = matrix.UnclassifiedOf(actual);
        for (int predicted = 0; predicted < matrix.Classes; predicted++)
            sum += matrix[actual, predicted];
        return sum;
    }
}
