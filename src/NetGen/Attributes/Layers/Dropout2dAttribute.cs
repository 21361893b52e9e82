namespace NetGen;

/// <summary>
/// In training, zeroes each channel of each sample as a whole with probability p and divides the others by 1 − p. Takes an image, [batch,
/// channels, height, width], and keeps its shape.
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.Dropout2d.html">PyTorch's Dropout2d</see>.</remarks>
/// <param name="p">The probability of being zeroed, 0 to 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class Dropout2dAttribute(double p = 0.5) : Attribute
{
    /// <summary>The probability of being zeroed, 0 to 1.</summary>
    public double P { get; } = p;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
