namespace NetGen;

/// <summary>
/// x where it is positive, a · x elsewhere: in training each a is drawn from between <see cref="Lower"/> and <see cref="Upper"/>, in
/// prediction it is their mean. Takes any shape, [batch, …], and keeps it.
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.RReLU.html">PyTorch's RReLU</see>.</remarks>
/// <param name="lower">The least slope for negative values; 1/8 by default.</param>
/// <param name="upper">The greatest slope for negative values; 1/3 by default.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RReLUAttribute(double lower = 1.0 / 8, double upper = 1.0 / 3) : Attribute
{
    /// <summary>The least slope for negative values; 1/8 by default.</summary>
    public double Lower { get; init; } = lower;

    /// <summary>The greatest slope for negative values; 1/3 by default.</summary>
    public double Upper { get; init; } = upper;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
