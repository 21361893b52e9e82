namespace NetGen;

/// <summary>
/// Makes rows and columns of channels, r of each: [batch, channels · r², height, width] → [batch, channels, height · r, width · r].
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.PixelShuffle.html">PyTorch's PixelShuffle</see>.</remarks>
/// <param name="upscaleFactor">By how much height and width grow: r.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PixelShuffleAttribute(int upscaleFactor) : Attribute
{
    /// <summary>By how much height and width grow.</summary>
    public int UpscaleFactor { get; } = upscaleFactor;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
