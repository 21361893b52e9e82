namespace NetGen;

/// <summary>
/// Maxima over regions of equal size, for an output of a given size. [batch, channels, height, width] → [batch, channels, out height, out
/// width].
/// </summary>
/// <remarks>
/// A side that is not stated keeps the size that comes in: <c>[AdaptiveMaxPool2d(OutputWidth = 1)]</c> is the maximum of each row,
/// PyTorch's <c>AdaptiveMaxPool2d((None, 1))</c>. See
/// <see href="https://pytorch.org/docs/stable/generated/torch.nn.AdaptiveMaxPool2d.html">PyTorch's AdaptiveMaxPool2d</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AdaptiveMaxPool2dAttribute : Attribute
{
    /// <summary>An output of which one side is stated, and the other one as it comes in.</summary>
    public AdaptiveMaxPool2dAttribute()
    {
    }

    /// <summary>A square output.</summary>
    /// <param name="outputSize">Output height and width; 1 is the maximum of each channel.</param>
    public AdaptiveMaxPool2dAttribute(int outputSize)
        : this(outputSize, outputSize)
    {
    }

    /// <summary>A rectangular output.</summary>
    /// <param name="outputHeight">The output rows.</param>
    /// <param name="outputWidth">The output columns.</param>
    public AdaptiveMaxPool2dAttribute(int outputHeight, int outputWidth) => (OutputHeight, OutputWidth) = (outputHeight, outputWidth);

    /// <summary>The output rows; by default those that come in.</summary>
    public int OutputHeight { get; init; }

    /// <summary>The output columns; by default those that come in.</summary>
    public int OutputWidth { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
