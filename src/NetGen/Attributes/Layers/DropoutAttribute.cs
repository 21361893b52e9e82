namespace NetGen;

/// <summary>
/// In training, zeroes each value with probability p and divides the others by 1 − p. Takes any shape, [batch, …], and keeps it.
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.Dropout.html">PyTorch's Dropout</see>.</remarks>
/// <param name="p">The probability of being zeroed, 0 to 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class DropoutAttribute(double p = 0.5) : Attribute
{
    /// <summary>The probability of being zeroed.</summary>
    public double P { get; } = p;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
