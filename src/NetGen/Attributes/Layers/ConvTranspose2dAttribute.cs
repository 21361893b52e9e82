namespace NetGen;

/// <summary>
/// A convolution from its result back to its image, with trained windows: what makes small images larger. [batch, channels, height, width]
/// → [batch, out channels, height', width'], height' being (height - 1) · stride - 2 · padding + dilation · (kernel - 1) + output padding +
/// 1.
/// </summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.ConvTranspose2d.html">PyTorch's ConvTranspose2d</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ConvTranspose2dAttribute : Attribute
{
    /// <summary>A square window.</summary>
    /// <param name="outChannels">The output channels.</param>
    /// <param name="kernelSize">Height and width of the window, in rows and columns.</param>
    public ConvTranspose2dAttribute(int outChannels, int kernelSize)
        : this(outChannels, kernelSize, kernelSize)
    {
    }

    /// <summary>A rectangular window.</summary>
    /// <param name="outChannels">The output channels.</param>
    /// <param name="kernelHeight">Height of the window, in rows.</param>
    /// <param name="kernelWidth">Width of the window, in columns.</param>
    public ConvTranspose2dAttribute(int outChannels, int kernelHeight, int kernelWidth) =>
        (OutChannels, KernelHeight, KernelWidth) = (outChannels, kernelHeight, kernelWidth);

    /// <summary>The output channels.</summary>
    public int OutChannels { get; }

    /// <summary>Height of the window, in rows.</summary>
    public int KernelHeight { get; }

    /// <summary>Width of the window, in columns.</summary>
    public int KernelWidth { get; }

    /// <summary>Rows and columns from the window of one pixel to that of the next, in the image that comes out; by default 1.</summary>
    public int Stride { get; init; }

    /// <summary>The stride in rows, where it differs.</summary>
    public int StrideHeight { get; init; }

    /// <summary>The stride in columns, where it differs.</summary>
    public int StrideWidth { get; init; }

    /// <summary>
    /// Rows and columns cut off on each side, or <see cref="Pad.Same"/>: as many as leave the input's size times the stride.
    /// </summary>
    public int Padding { get; init; }

    /// <summary>The padding in rows, where it differs.</summary>
    public int PaddingHeight { get; init; }

    /// <summary>The padding in columns, where it differs.</summary>
    public int PaddingWidth { get; init; }

    /// <summary>Rows and columns added behind the others; smaller than the stride or the dilation.</summary>
    public int OutputPadding { get; init; }

    /// <summary>The output padding in rows, where it differs.</summary>
    public int OutputPaddingHeight { get; init; }

    /// <summary>The output padding in columns, where it differs.</summary>
    public int OutputPaddingWidth { get; init; }

    /// <summary>Rows and columns from one element of the window to the next; by default 1.</summary>
    public int Dilation { get; init; } = 1;

    /// <summary>The dilation in rows, where it differs.</summary>
    public int DilationHeight { get; init; }

    /// <summary>The dilation in columns, where it differs.</summary>
    public int DilationWidth { get; init; }

    /// <summary>The number of groups of channels; it divides the input and the output channels.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>Whether a bias is added to each channel.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>What the weight starts as.</summary>
    public Init Init { get; init; }

    /// <summary>The standard deviation of a weight that starts as N(0, Std²), above 0, instead of <see cref="Init"/>.</summary>
    public double Std { get; init; }

    /// <summary>The input channels, to be checked; never needed.</summary>
    public int In { get; init; }

    /// <summary>
    /// The name of an earlier layer whose weight this one shares; shapes are equal, biases separate. A block's own names come first.
    /// </summary>
    public string? Tied { get; init; }

    /// <summary>Whether weight and bias are frozen: loaded, saved and used, but not trained.</summary>
    public bool Frozen { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
