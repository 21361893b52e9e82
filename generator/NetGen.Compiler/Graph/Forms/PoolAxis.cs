namespace NetGen.Compiler.Graph;

/// <summary>
/// The windows of a pooling layer along one axis: window i covers the input from Start(i) to End(i), cut at the borders.
/// Adaptive windows follow PyTorch: from floor(i·size/count) to ceil((i+1)·size/count).
/// </summary>
internal sealed record PoolAxis(int Size, int Count, int Kernel, int Stride, int Padding, int Dilation, bool IsAdaptive)
{
    /// <summary>Padding after the last row, if different from that before the first.</summary>
    public int PaddingAfter { get; init; } = Padding;

    public int Start(int window) => IsAdaptive ? (int)((long)window * Size / Count) : window * Stride - Padding;

    public int End(int window) => IsAdaptive
        ? (int)(((long)(window + 1) * Size + Count - 1) / Count)
        : Start(window) + Dilation * (Kernel - 1) + 1;

    /// <summary>Whether the windows tile the input: adjacent, and none extends beyond the border.</summary>
    public bool IsTiling => !IsAdaptive && Kernel == Stride && Padding == 0 && Dilation == 1 && Count * Kernel <= Size;
}
