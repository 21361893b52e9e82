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
    private readonly float[] outputGradients = new float[capacity * network.OutputSize];
    private readonly float[] addedGradients = new float[capacity];
    private readonly double[] counts = new double[capacity];
    private bool hasAdded;
    private int samples;
    private int next;
    private double sum;
    private double total;

    /// <summary>The gradient with respect to the outputs, [samples, ..output shape].</summary>
    public ReadOnlySpan<float> OutputGradient => outputGradients.AsSpan(0, samples * network.OutputSize);

    /// <summary>The gradient with respect to what layers add to the loss, [samples]; empty where none does.</summary>
    public ReadOnlySpan<float> AddedLossGradient => hasAdded ? addedGradients.AsSpan(0, samples) : default;

    /// <summary>What the batch counts beside others: the sum of what its samples count, and of a sum their number.</summary>
    public double Weight => isSum ? samples : total;

    /// <summary>Begins a batch.</summary>
    public void Begin(int ofBatch) => (samples, next, sum, total) = (ofBatch, 0, 0, 0);

    /// <summary>Adds the next sample.</summary>
    /// <param name="loss">Its loss.</param>
    /// <param name="counted">What it counts without a weight.</param>
    /// <param name="weight">Its weight.</param>
    /// <param name="outputGradient">The gradient of its loss with respect to its outputs.</param>
    /// <param name="addedGradient">The same with respect to what layers add; empty where none does.</param>
    public void Add(
        float loss, double counted, float weight, ReadOnlySpan<float> outputGradient, ReadOnlySpan<float> addedGradient)
    {
        double count = isSum ? weight : weight * counted;
        counts[next] = count;
        total += count;

        // A sample that does not count may have a loss that is no number.
        sum += count == 0 ? 0 : count * loss;
        outputGradient.CopyTo(OutputGradientOf(next));
        hasAdded = !addedGradient.IsEmpty;
        if (hasAdded)
            addedGradients[next] = addedGradient[0];
        next++;
    }

    /// <summary>Weighs the gradients.</summary>
    /// <returns>The loss; NaN where nothing counts.</returns>
    public float End()
    {
        double divisor = isSum ? 1 : total;
        for (int i = 0; i < samples; i++)
        {
            float factor = counts[i] == 0 ? 0 : (float)(counts[i] / divisor);
            Span<float> gradient = OutputGradientOf(i);
            if (factor == 0)
                gradient.Clear();
            else
                TensorPrimitives.Multiply(gradient, factor, gradient);
            addedGradients[i] *= factor;
        }

        return (float)(sum / divisor);
    }

    private Span<float> OutputGradientOf(int sample) => outputGradients.AsSpan(sample * network.OutputSize, network.OutputSize);
}
