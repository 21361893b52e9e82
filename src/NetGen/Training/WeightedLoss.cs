using System.Numerics.Tensors;

namespace NetGen;

/// <summary>
/// The loss of a batch whose samples have weights: Σ wᵢcᵢlᵢ / Σ wᵢcᵢ over the samples' losses lᵢ, where cᵢ is what a sample counts without
/// weights: its labels that are not ignored, or what their classes weigh; else 1. For <see cref="Reduction.Sum"/> it is Σ wᵢlᵢ. So it is
/// PyTorch's weighted mean, and with equal weights the loss without weights.
/// </summary>
internal sealed class WeightedLoss(Network network, int capacity)
{
    private readonly bool isSum = network.Description.Loss!.Reduction == Reduction.Sum;
    private readonly float[] addedGradients = new float[capacity];
    private readonly double[] counts = new double[capacity];
    private bool hasAdded;
    private int next;
    private double sum;
    private double total;

    /// <summary>The samples of the batch.</summary>
    public int Samples { get; private set; }

    /// <summary>The gradient with respect to what layers add to the loss, [samples]; empty where none does.</summary>
    public ReadOnlySpan<float> AddedLossGradient => hasAdded ? addedGradients.AsSpan(0, Samples) : default;

    /// <summary>What the batch counts beside others: the sum of what its samples count, and of a sum their number.</summary>
    public double Weight => isSum ? Samples : total;

    /// <summary>Begins a batch.</summary>
    public void Begin(int ofBatch) => (Samples, next, sum, total) = (ofBatch, 0, 0, 0);

    /// <summary>Adds the next sample.</summary>
    /// <param name="loss">Its loss.</param>
    /// <param name="counted">What it counts without a weight.</param>
    /// <param name="weight">Its weight.</param>
    /// <param name="addedGradient">The gradient of its loss with respect to what layers add; empty where none does.</param>
    public void Add(float loss, double counted, float weight, ReadOnlySpan<float> addedGradient)
    {
        double count = isSum ? weight : weight * counted;
        counts[next] = count;
        total += count;

        // A sample that does not count may have a loss that is no number.
        sum += count == 0 ? 0 : count * loss;
        hasAdded = !addedGradient.IsEmpty;
        if (hasAdded)
            addedGradients[next] = addedGradient[0];
        next++;
    }

    /// <summary>Weighs the gradients.</summary>
    /// <param name="outputGradients">Those of the samples' losses with respect to their outputs, as these lie in a training step.</param>
    /// <returns>The loss; NaN where nothing counts.</returns>
    public float End(Span<float> outputGradients)
    {
        double divisor = isSum ? 1 : total;
        for (int i = 0; i < Samples; i++)
        {
            float factor = counts[i] == 0 ? 0 : (float)(counts[i] / divisor);
            Span<float> gradient = outputGradients.Slice(i * network.OutputRows.Stride, network.OutputRows.Stride);
            if (factor == 0)
                gradient.Clear();
            else
                TensorPrimitives.Multiply(gradient, factor, gradient);
            addedGradients[i] *= factor;
        }

        return (float)(sum / divisor);
    }
}
