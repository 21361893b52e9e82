namespace NetGen;

/// <summary>
/// Maxima over regions so that a wanted length comes out; 1 is the maximum of each channel. [batch, channels, length] → [batch, channels,
/// output size].
/// </summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool1d.html">PyTorch's AdaptiveMaxPool1d</see>.
/// </remarks>
/// <param name="outputSize">The length that comes out.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AdaptiveMaxPool1dAttribute(int outputSize) : Attribute
{
    /// <summary>The length that comes out.</summary>
    public int OutputSize { get; } = outputSize;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
