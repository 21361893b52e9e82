namespace NetGen;

/// <summary>Means over regions of even size, so that an image of a wanted size comes out. [batch, channels, height, width] → [batch, channels, out height, out width].</summary>
/// <remarks>
/// A side that is not stated keeps the size that comes in: <c>[AdaptiveAvgPool2d(OutputWidth = 1)]</c> is the mean of each row, PyTorch's
/// <c>AdaptiveAvgPool2d((None, 1))</c>. See <see href="https://pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool2d.html">PyTorch's AdaptiveAvgPool2d</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AdaptiveAvgPool2dAttribute : Attribute
{
    /// <summary>An output of which one side is stated, and the other one as it comes in.</summary>
    public AdaptiveAvgPool2dAttribute()
    {
    }

    /// <summary>A square output.</summary>
    /// <param name="outputSize">Height and width that come out; 1 is the mean of each channel.</param>
    public AdaptiveAvgPool2dAttribute(int outputSize)
        : this(outputSize, outputSize)
    {
    }

    /// <summary>A rectangular output.</summary>
    /// <param name="outputHeight">The rows that come out.</param>
    /// <param name="outputWidth">The columns that come out.</param>
    public AdaptiveAvgPool2dAttribute(int outputHeight, int outputWidth) => (OutputHeight, OutputWidth) = (outputHeight, outputWidth);

    /// <summary>The rows that come out; by default those that come in.</summary>
    public int OutputHeight { get; init; }

    /// <summary>The columns that come out; by default those that come in.</summary>
    public int OutputWidth { get; init; }

    /// <summary>The layer's name, in messages, in saved files and as a member of the network; by default its kind and a number. Dots make levels, as in PyTorch.</summary>
    public string? Name { get; init; }
}
