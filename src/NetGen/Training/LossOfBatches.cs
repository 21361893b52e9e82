namespace NetGen;

/// <summary>
/// The loss of batches that were computed one after another, as one: that of all their samples as a single batch, and for
/// <see cref="Reduction.Sum"/> that divided by the number of samples. So it does not depend on how the samples were cut into batches.
/// </summary>
internal sealed class LossOfBatches(Network network, LossRunner runner)
{
    private readonly bool isSum = network.Description.Loss!.Reduction == Reduction.Sum;
    private double sum;
    private double weight;

    /// <summary>The sums so far, from which a later run goes on.</summary>
    public (double Sum, double Weight) Sums
    {
        get => (sum, weight);
        set => (sum, weight) = value;
    }

    /// <summary>The loss; NaN where nothing counts so far.</summary>
    public double Value => sum / weight;

    /// <summary>Adds the batch that the runner ran last; one of which no label counts is left out.</summary>
    public void Add(float loss)
    {
        if (runner.IsOfNothing(loss))
            return;
        double counts = runner.Weight;
        sum += isSum ? loss : loss * counts;
        weight += counts;
    }
}
