namespace NetGen;

/// <summary>The mean under each window. [batch, channels, length] → [batch, channels, length'].</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.AvgPool1d.html">PyTorch's AvgPool1d</see>.</remarks>
/// <param name="kernelSize">Values of the window.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AvgPool1dAttribute(int kernelSize) : Attribute
{
    /// <summary>Values of the window.</summary>
    public int KernelSize { get; } = kernelSize;

    /// <summary>Values from one window to the next; by default the window's size.</summary>
    public int Stride { get; init; }

    /// <summary>Values of padding on each side, at most half of the window, or <see cref="Pad.Same"/>.</summary>
    public int Padding { get; init; }

    /// <summary>Whether a last window may extend beyond the end (PyTorch's <c>ceil_mode</c>).</summary>
    public bool CeilMode { get; init; }

    /// <summary>
    /// Whether the padding counts in the mean's divisor. By default it does, as in PyTorch; with <see cref="Pad.Same"/> it does not, as in
    /// Keras and TensorFlow.
    /// </summary>
    public bool CountIncludePad { get; init; } = true;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
