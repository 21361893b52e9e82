namespace NetGen.Compiler.Layers;

/// <summary>A sliding window along one axis, by PyTorch's rules for convolution and pooling.</summary>
internal sealed record WindowAxis(int Kernel, int Stride, int Padding, int Dilation = 1, bool CeilMode = false)
{
    /// <summary>Keras' "same", the value of Pad.Same: output size ⌈size / stride⌉ at any stride.</summary>
    public const int Same = int.MinValue;

    /// <summary>What the dilated kernel spans.</summary>
    public long Span => ((long)Dilation * (Kernel - 1)) + 1;

    /// <summary>Whether each element is a window of its own.</summary>
    public bool IsPoint => this is { Kernel: 1, Stride: 1, Padding: 0 };

    public bool IsSame => Padding == Same;

    public long PaddingBefore(long size) => IsSame ? SamePadding(size) / 2 : Padding;

    /// <summary>"Same" puts the odd one behind, as Keras does. CeilMode's overhang is not padding and not counted.</summary>
    public long PaddingAfter(long size) => IsSame ? SamePadding(size) - (SamePadding(size) / 2) : Padding;

    public bool Fits(long size) => Padded(size) >= Span;

    public long Padded(long size) => size + PaddingBefore(size) + PaddingAfter(size);

    /// <summary>The number of positions of the window.</summary>
    public long Output(long size)
    {
        long room = Padded(size) - Span;
        if (!CeilMode)
            return (room / Stride) + 1;
        long positions = ((room + Stride - 1) / Stride) + 1;

        // The last window starts inside the input or the padding before it.
        return (positions - 1) * Stride >= size + PaddingBefore(size) ? positions - 1 : positions;
    }

    /// <summary>
    /// Rows at the end that no window reaches. A stride larger than the window leaves rows out on purpose, and counts none.
    /// </summary>
    public long Dropped(long size) =>
        CeilMode || Stride > Span ? 0 : Math.Max(0, ((Padded(size) - Span) % Stride) - PaddingAfter(size));

    private long SamePadding(long size) => Math.Max(0, (((size + Stride - 1) / Stride - 1) * Stride) + Span - size);
}
