namespace NetGen.Compiler.Layers;

/// <summary>
/// One axis of a transposed convolution, by PyTorch's rules: the windows of a convolution, from its result back to its image,
/// and rows added behind.
/// </summary>
internal sealed record TransposedAxis(WindowAxis Window, int OutputPadding)
{
    /// <summary>
    /// The rows that come out (https://pytorch.org/docs/stable/generated/torch.nn.ConvTranspose2d.html); "same" gives size · stride.
    /// </summary>
    public long Output(long size) => Window.IsSame ? size * Window.Stride : Reached(size) - (2L * Window.Padding);

    /// <summary>The rows before the padding is cut off.</summary>
    public long Reached(long size) => Covered(size) + OutputPadding;

    /// <summary>The first row that comes out, counted from the first that a window covers.</summary>
    public int First(long size) => (int)Window.PaddingBefore(Output(size));

    private long Covered(long size) => ((size - 1) * Window.Stride) + Window.Span;
}
