using NetGen.Benchmarks.Measurement;

namespace NetGen.Benchmarks.Comparison;

/// <summary>Measured values of several contestants, pooled over all rounds.</summary>
internal sealed class Samples
{
    private readonly Dictionary<(string Contestant, string Case), List<double>> values = [];

    public void Add(Contestant contestant, string measuredCase, IEnumerable<double> more)
    {
        if (!values.TryGetValue((contestant.Name, measuredCase), out List<double>? pooled))
            values.Add((contestant.Name, measuredCase), pooled = []);
        pooled.AddRange(more);
    }

    /// <summary>The middle of a contestant's values.</summary>
    public double Median(Contestant contestant, string measuredCase) => StepTimer.Median(values[(contestant.Name, measuredCase)]);
}
