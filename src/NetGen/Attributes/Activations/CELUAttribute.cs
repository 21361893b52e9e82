namespace NetGen;

/// <summary>
/// x where it is positive, <see cref="Alpha"/> · (exp(x / <see cref="Alpha"/>) − 1) elsewhere. Takes any shape, [batch, …], and keeps it.
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.CELU.html">PyTorch's CELU</see>.</remarks>
/// <param name="alpha">What the function tends to (negated) for negative values; above 0, 1 by default.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class CELUAttribute(double alpha = 1) : Attribute
{
    /// <summary>What the function tends to (negated) for negative values; above 0, 1 by default.</summary>
    public double Alpha { get; init; } = alpha;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
