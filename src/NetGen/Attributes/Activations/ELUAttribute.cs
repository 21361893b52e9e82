namespace NetGen;

/// <summary>x where it is positive, <see cref="Alpha"/> · (exp(x) − 1) elsewhere. Takes any shape, [batch, …], and keeps it.</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.ELU.html">PyTorch's ELU</see>.</remarks>
/// <param name="alpha">What the function tends to (negated) for negative values; 1 by default.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ELUAttribute(double alpha = 1) : Attribute
{
    /// <summary>What the function tends to (negated) for negative values.</summary>
    public double Alpha { get; init; } = alpha;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
