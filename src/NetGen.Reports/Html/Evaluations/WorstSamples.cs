namespace NetGen.Reports;

/// <summary>Keeps the samples with the highest loss; of equal losses the first.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class WorstSamples(int most)
{
    private readonly PriorityQueue<EvaluatedSample, (double Loss, int Last)> samples = new();

    /// <summary>Whether a sample with this loss would be kept. A loss that is NaN is the highest.</summary>
    public bool Takes(double loss) =>
        most > 0 && (samples.Count < most || (samples.TryPeek(out _, out (double Loss, int Last) least) && Order(loss) > least.Loss));

    /// <summary>Keeps a sample, in the place of the one with the least loss where there are enough.</summary>
    public void Add(EvaluatedSample sample)
    {
        samples.Enqueue(sample, (Order(sample.Loss), -sample.Index));
        if (samples.Count > most)
            samples.Dequeue();
    }

    /// <summary>The samples, the highest loss first.</summary>
    public IReadOnlyList<EvaluatedSample> ToList() =>
        [.. samples.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element)];

    private static double Order(double loss) => double.IsNaN(loss) ? double.PositiveInfinity : loss;
}
