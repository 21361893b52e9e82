namespace NetGen;

/// <summary>
/// Makes channels of rows and columns: [batch, channels, height · r, width · r] → [batch, channels · r², height, width].
/// </summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.PixelUnshuffle.html">PyTorch's PixelUnshuffle</see>.
/// </remarks>
/// <param name="downscaleFactor">By how much height and width shrink: r.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PixelUnshuffleAttribute(int downscaleFactor) : Attribute
{
    /// <summary>By how much height and width shrink.</summary>
    public int DownscaleFactor { get; } = downscaleFactor;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
