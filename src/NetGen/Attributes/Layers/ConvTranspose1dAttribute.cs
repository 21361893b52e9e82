namespace NetGen;

/// <summary>A transposed convolution of a signal. [batch, channels, length] → [batch, out channels, length'].</summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.ConvTranspose1d.html">PyTorch's ConvTranspose1d</see>.
/// </remarks>
/// <param name="outChannels">The output channels.</param>
/// <param name="kernelSize">Values of the window.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ConvTranspose1dAttribute(int outChannels, int kernelSize) : Attribute
{
    /// <summary>The output channels.</summary>
    public int OutChannels { get; } = outChannels;

    /// <summary>Values of the window.</summary>
    public int KernelSize { get; } = kernelSize;

    /// <summary>Values from one window to the next; by default 1.</summary>
    public int Stride { get; init; }

    /// <summary>Values of padding on each side, or <see cref="Pad.Same"/>.</summary>
    public int Padding { get; init; }

    /// <summary>Values that are added at the end; smaller than the stride or the dilation.</summary>
    public int OutputPadding { get; init; }

    /// <summary>Values from one element of the window to the next; by default 1.</summary>
    public int Dilation { get; init; } = 1;

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
