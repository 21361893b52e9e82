namespace NetGen;

/// <summary>The largest value under each window. [batch, channels, length] → [batch, channels, length'].</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.MaxPool1d.html">PyTorch's MaxPool1d</see>.</remarks>
/// <param name="kernelSize">Values of the window.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class MaxPool1dAttribute(int kernelSize) : Attribute
{
    /// <summary>Values of the window.</summary>
    public int KernelSize { get; } = kernelSize;

    /// <summary>Values from one window to the next; by default the window's size.</summary>
    public int Stride { get; init; }

    /// <summary>Values of padding on each side, at most half of the window, or <see cref="Pad.Same"/>.</summary>
    public int Padding { get; init; }

    /// <summary>Values from one element of the window to the next; by default 1.</summary>
    public int Dilation { get; init; } = 1;

    /// <summary>Whether a last window may extend beyond the end (PyTorch's <c>ceil_mode</c>).</summary>
    public bool CeilMode { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
