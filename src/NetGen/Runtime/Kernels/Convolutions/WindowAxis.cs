namespace NetGen.Runtime;

/// <summary>Which part of a window lies in the image, along the rows or the columns of a result.</summary>
/// <param name="kernel">The window's size.</param>
/// <param name="stride">Pixels of the image from one place of the result to the next.</param>
/// <param name="dilation">Pixels of the image from one place of the window to the next.</param>
/// <param name="size">The image's size, without the zeros before it, which are not in memory.</param>
/// <param name="before">Zeros before it.</param>
/// <param name="places">The result's size.</param>
internal readonly struct WindowAxis(int kernel, int stride, int dilation, int size, int before, int places)
{
    private readonly int kernel = kernel;
    private readonly int stride = stride;
    private readonly int dilation = dilation;
    private readonly int size = size;
    private readonly int before = before;

    /// <summary>The first place that sees the whole window.</summary>
    private readonly int firstWhole = Math.Min(places, (before + stride - 1) / stride);

    /// <summary>The place after the last that sees the whole window.</summary>
    private readonly int endOfWhole = Math.Clamp((size + before - ((kernel - 1) * dilation) + stride - 1) / stride, 0, places);

    /// <summary>The first place of the window that lies in the image.</summary>
    public int Begin(int place) => Math.Clamp((before - (place * stride) + dilation - 1) / dilation, 0, kernel);

    /// <summary>The place of the window after the last that lies in the image.</summary>
    public int End(int place) => Math.Max(Begin(place), Math.Min(kernel, (size + before - (place * stride) + dilation - 1) / dilation));

    /// <summary>
    /// Where the places end that see the same as this one: all places that see the whole window, and each other place by itself.
    /// </summary>
    public int EndOfAlike(int place, int end) => IsWhole(place) ? Math.Min(end, endOfWhole) : place + 1;

    /// <summary>Whether a place sees the whole window.</summary>
    public bool IsWhole(int place) => place >= firstWhole && place < endOfWhole;
}
