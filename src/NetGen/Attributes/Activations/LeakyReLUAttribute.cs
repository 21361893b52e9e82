namespace NetGen;

/// <summary>x where it is positive, <see cref="NegativeSlope"/> · x elsewhere. Takes any shape, [batch, …], and keeps it.</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.LeakyReLU.html">PyTorch's LeakyReLU</see>.</remarks>
/// <param name="negativeSlope">The slope for negative values; 0.01 by default.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class LeakyReLUAttribute(double negativeSlope = 0.01) : Attribute
{
    /// <summary>The slope for negative values.</summary>
    public double NegativeSlope { get; init; } = negativeSlope;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
