namespace NetGen.Runtime;

/// <summary>
/// The windows of a pool along one axis of an image. Window i has the taps k at i·stride − padding + k·dilation, as far as they lie in the
/// image. Adaptive windows go from ⌊i·size/count⌋ to ⌈(i+1)·size/count⌉
/// (https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool2d.html).
/// </summary>
/// <param name="size">The size of the image along the axis.</param>
/// <param name="count">How many windows there are.</param>
/// <param name="kernel">Taps of a window.</param>
/// <param name="stride">From one window to the next.</param>
/// <param name="padding">Padding in front of the image.</param>
/// <param name="paddingAfter">Padding behind it.</param>
/// <param name="dilation">From one tap to the next.</param>
public readonly struct PoolAxis(int size, int count, int kernel, int stride, int padding = 0, int paddingAfter = 0, int dilation = 1)
{
    internal readonly int Count = count;
    internal readonly int Kernel = kernel;
    private readonly int size = size;
    private readonly int stride = stride;
    private readonly int padding = padding;
    private readonly int paddingAfter = paddingAfter;
    private readonly int dilation = dilation;

    private bool IsAdaptive => stride == 0;

    /// <summary>In the image, from one tap to the next.</summary>
    internal int Step => dilation;

    /// <summary>Adaptive windows.</summary>
    /// <param name="size">The size of the image along the axis.</param>
    /// <param name="count">How many windows there are.</param>
    /// <param name="kernel">By which taps are numbered: at least as many as a window has.</param>
    public static PoolAxis Adaptive(int size, int count, int kernel) => new(size, count, kernel, stride: 0);

    /// <summary>The most taps that a window has.</summary>
    internal int MostTaps => IsAdaptive ? (size / Count) + 2 : Kernel;

    /// <summary>The taps of a window that lie in the image, [first, end), and where the first of them lies.</summary>
    internal (int First, int End, int Input) TapsOf(int window)
    {
        if (IsAdaptive)
            return (0, End(window) - Start(window), Start(window));
        int start = Start(window);
        int first = start >= 0 ? 0 : (dilation - 1 - start) / dilation;
        return (first, Math.Min(Kernel, (size - start + dilation - 1) / dilation), start + (first * dilation));
    }

    /// <summary>By how many positions a window's sum is divided along this axis: those in the image, or in the padding too.</summary>
    internal int Extent(int window, bool countsPadding) =>
        Math.Min(End(window), size + (countsPadding ? paddingAfter : 0)) - Math.Max(Start(window), countsPadding ? -padding : 0);

    private int Start(int window) => IsAdaptive ? (int)((long)window * size / Count) : (window * stride) - padding;

    private int End(int window) => IsAdaptive
        ? (int)((((long)(window + 1) * size) + Count - 1) / Count)
        : Start(window) + (dilation * (Kernel - 1)) + 1;
}
