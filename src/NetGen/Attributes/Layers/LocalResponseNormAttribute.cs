namespace NetGen;

/// <summary>
/// x / (k + alpha · mean of x² over neighbouring channels)^beta, as in AlexNet: [batch, channels, height, width], which is kept.
/// </summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.LocalResponseNorm.html">PyTorch's LocalResponseNorm</see>.
/// </remarks>
/// <param name="size">How many channels are neighbours; behind the first and the last one stand zeros.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class LocalResponseNormAttribute(int size) : Attribute
{
    /// <summary>How many channels are neighbours.</summary>
    public int Size { get; } = size;

    /// <summary>The factor of the mean square.</summary>
    public double Alpha { get; init; } = 1e-4;

    /// <summary>The exponent.</summary>
    public double Beta { get; init; } = 0.75;

    /// <summary>Added to the mean square.</summary>
    public double K { get; init; } = 1;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
