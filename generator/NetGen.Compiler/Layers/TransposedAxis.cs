namespace NetGen.Compiler.Layers;

/// <summary>
/// One axis of a transposed convolution, by PyTorch's rules: the windows of a convolution, from its result back to its image,
/// and rows added behind.
/// </summary>
internal sealed record TransposedAxis(WindowAxis Window, int OutputPadding)
{
    /// <summary>The rows that come out (https://pytorch.org/docs/stable/generated/torch.nn.ConvTranspose2d.html); "same" gives size · stride.</summary>
    public long Output(long size) => Window.IsSame ? size * Window.Stride : Reached(size) - (2L * Window.Padding);

    /// <summary>The rows before the padding is cut off.</summary>
    public long Reached(long size) => Covered(size) + OutputPadding;

    /// <summary>Rows of zeros around those that the windows cover; negative numbers cut off.</summary>
    public (int Before, int After) Around(long size)
    {
        long output = Output(size);
        long before = -Window.PaddingBefore(output);
        return ((int)before, (int)(output - Covered(size) - before));
    }

    private long Covered(long size) => ((size - 1) * Window.Stride) + Window.Span;
}
