namespace NetGen;

/// <summary>log(1 + exp(βx)) / β, and x itself where βx is above the threshold. Takes any shape, [batch, …], and keeps it.</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.Softplus.html">PyTorch's Softplus</see>.</remarks>
/// <param name="beta">β; not 0; 1 by default.</param>
/// <param name="threshold">Where βx is above it, the function is x itself; 20 by default.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SoftplusAttribute(double beta = 1, double threshold = 20) : Attribute
{
    /// <summary>β; not 0.</summary>
    public double Beta { get; init; } = beta;

    /// <summary>Where βx is above it, the function is x itself.</summary>
    public double Threshold { get; init; } = threshold;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
