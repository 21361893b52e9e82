namespace NetGen;

/// <summary>The largest value under each window. [batch, channels, height, width] → [batch, channels, height', width'].</summary>
/// <remarks>
/// The argmax indices, PyTorch's <c>return_indices</c>, are kept for the gradient and not returned: only MaxUnpool2d, which is not a layer
/// here, has a use for them. See <see href="https://pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html">PyTorch's MaxPool2d</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class MaxPool2dAttribute : Attribute
{
    /// <summary>A square window.</summary>
    /// <param name="kernelSize">Height and width of the window, in rows and columns.</param>
    public MaxPool2dAttribute(int kernelSize)
        : this(kernelSize, kernelSize)
    {
    }

    /// <summary>A rectangular window.</summary>
    /// <param name="kernelHeight">Height of the window, in rows.</param>
    /// <param name="kernelWidth">Width of the window, in columns.</param>
    public MaxPool2dAttribute(int kernelHeight, int kernelWidth) =>
        (KernelHeight, KernelWidth) = (kernelHeight, kernelWidth);

    /// <summary>Height of the window, in rows.</summary>
    public int KernelHeight { get; }

    /// <summary>Width of the window, in columns.</summary>
    public int KernelWidth { get; }

    /// <summary>Rows and columns from one window to the next; by default the window's size.</summary>
    public int Stride { get; init; }

    /// <summary>The stride in rows, where it differs.</summary>
    public int StrideHeight { get; init; }

    /// <summary>The stride in columns, where it differs.</summary>
    public int StrideWidth { get; init; }

    /// <summary>Rows and columns of padding on each side, or <see cref="Pad.Same"/>.</summary>
    public int Padding { get; init; }

    /// <summary>The padding in rows, where it differs.</summary>
    public int PaddingHeight { get; init; }

    /// <summary>The padding in columns, where it differs.</summary>
    public int PaddingWidth { get; init; }

    /// <summary>Rows and columns from one element of the window to the next; by default 1.</summary>
    public int Dilation { get; init; } = 1;

    /// <summary>The dilation in rows, where it differs.</summary>
    public int DilationHeight { get; init; }

    /// <summary>The dilation in columns, where it differs.</summary>
    public int DilationWidth { get; init; }

    /// <summary>Whether a last window may extend beyond the end (PyTorch's <c>ceil_mode</c>).</summary>
    public bool CeilMode { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
