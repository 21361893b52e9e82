namespace NetGen.Compiler.Graph;

/// <summary>Window, strides, dilations and groups of a convolution.</summary>
internal sealed record ConvolutionGeometry(
    int KernelHeight, int KernelWidth, int StrideHeight, int StrideWidth, int DilationHeight, int DilationWidth, int Groups)
{
    public override string ToString() => FormattableString.Invariant(
        $"{KernelHeight}×{KernelWidth} stride {StrideHeight}×{StrideWidth} dilation {DilationHeight}×{DilationWidth} groups {Groups}");

    /// <summary>Whether each channel by itself gives one channel of the output.</summary>
    /// <param name="channels">The channels of the image.</param>
    /// <param name="outputs">The channels of the output.</param>
    public bool IsDepthwise(int channels, int outputs) => Groups > 1 && Groups == channels && Groups == outputs;

    public int OutputHeight(int height) => (height - DilationHeight * (KernelHeight - 1) - 1) / StrideHeight + 1;

    public int OutputWidth(int width) => (width - DilationWidth * (KernelWidth - 1) - 1) / StrideWidth + 1;

    /// <summary>The rows that so many windows below each other cover.</summary>
    public int CoveredHeight(int positions) => (positions - 1) * StrideHeight + DilationHeight * (KernelHeight - 1) + 1;

    /// <summary>The columns that so many adjacent windows cover.</summary>
    public int CoveredWidth(int positions) => (positions - 1) * StrideWidth + DilationWidth * (KernelWidth - 1) + 1;
}
