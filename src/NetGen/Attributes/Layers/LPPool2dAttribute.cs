namespace NetGen;

/// <summary>
/// The norm under each window, (Σ xᵖ)^(1/p): with p = 1 the sum, with p = 2 the root of the sum of squares. [batch, channels, height,
/// width] → [batch, channels, height', width'].
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.LPPool2d.html">PyTorch's LPPool2d</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class LPPool2dAttribute : Attribute
{
    /// <summary>A pool with a square window.</summary>
    /// <param name="normType">p, above 0.</param>
    /// <param name="kernelSize">Rows and columns of the window.</param>
    public LPPool2dAttribute(double normType, int kernelSize)
        : this(normType, kernelSize, kernelSize)
    {
    }

    /// <summary>A pool with a rectangular window.</summary>
    /// <param name="normType">p, above 0.</param>
    /// <param name="kernelHeight">Rows of the window.</param>
    /// <param name="kernelWidth">Columns of the window.</param>
    public LPPool2dAttribute(double normType, int kernelHeight, int kernelWidth) =>
        (NormType, KernelHeight, KernelWidth) = (normType, kernelHeight, kernelWidth);

    /// <summary>p.</summary>
    public double NormType { get; }

    /// <summary>Rows of the window.</summary>
    public int KernelHeight { get; }

    /// <summary>Columns of the window.</summary>
    public int KernelWidth { get; }

    /// <summary>Rows and columns from one window to the next; by default the window's own.</summary>
    public int Stride { get; init; }

    /// <summary>The stride along the height, where it differs.</summary>
    public int StrideHeight { get; init; }

    /// <summary>The stride along the width, where it differs.</summary>
    public int StrideWidth { get; init; }

    /// <summary>Whether a last window may overhang the image; it counts as much as a whole one.</summary>
    public bool CeilMode { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
