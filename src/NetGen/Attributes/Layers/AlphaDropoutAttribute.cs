namespace NetGen;

/// <summary>
/// In training, sets each value to what SELU tends to for negative values, with probability p, and scales and shifts all so that mean and
/// variance stay. Takes any shape, [batch, …], and keeps it.
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.AlphaDropout.html">PyTorch's AlphaDropout</see>.</remarks>
/// <param name="p">The probability of being zeroed, 0 to 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AlphaDropoutAttribute(double p = 0.5) : Attribute
{
    /// <summary>The probability of being zeroed, 0 to 1.</summary>
    public double P { get; } = p;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
