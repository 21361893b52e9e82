namespace MnistTrainer.Report;

/// <summary>The test accuracies of several seeds, with their mean and standard deviation.</summary>
internal static class SeedsTable
{
    /// <param name="results">The seeds and their accuracies, 0 to 1; at least two.</param>
    /// <param name="time">The time that all of it took.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<(int Seed, double Accuracy)> results, TimeSpan time)
    {
        foreach ((int seed, double accuracy) in results)
            yield return $"seed {seed}: test accuracy {accuracy * 100:F2} %";
        double mean = results.Average(result => result.Accuracy);

        // Of a sample: by one less than the number of seeds.
        double variance = results.Sum(result => Math.Pow(result.Accuracy - mean, 2)) / (results.Count - 1);
        yield return $"Test accuracy of {results.Count} seeds: mean {mean * 100:F3} %, standard deviation "
            + $"{Math.Sqrt(variance) * 100:F3} %, {time.TotalSeconds:F1} s in all";
    }
}
