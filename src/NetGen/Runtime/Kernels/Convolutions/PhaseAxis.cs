namespace NetGen.Runtime;

/// <summary>
/// Which rows, or columns, of a transposed convolution's window reach the pixels of one phase, and from where. The pixels of a phase are
/// those at one place within a stride. They are reached from the source pixel that stands at the same stride, plus an offset.
/// </summary>
internal readonly struct PhaseAxis
{
    /// <param name="phase">Where the pixels stand within a stride.</param>
    /// <param name="kernel">The window's size.</param>
    /// <param name="stride">Pixels of a stride.</param>
    /// <param name="dilation">Pixels from one element of the window to the next.</param>
    /// <param name="before">Pixels before the first that the windows cover besides.</param>
    /// <param name="size">The source's size.</param>
    public PhaseAxis(int phase, int kernel, int stride, int dilation, int before, int size)
    {
        int first = 0, next = 1;
        while (first < Math.Min(kernel, stride) && (phase + before - (first * dilation)) % stride != 0)
            first++;
        while (next * dilation % stride != 0)
            next++;
        bool isReached = first < Math.Min(kernel, stride);
        (First, Step, Count) = (first, next, isReached ? (kernel - first + next - 1) / next : 0);
        (Offset, OffsetStep) = ((phase + before - (first * dilation)) / stride, next * dilation / stride);
        (FirstWhole, endOfWhole) = (((Count - 1) * OffsetStep) - Offset, size - Offset);
    }

    private readonly int endOfWhole;

    /// <summary>The first element that reaches them.</summary>
    public readonly int First;

    /// <summary>From one such element to the next.</summary>
    public readonly int Step;

    /// <summary>How many elements there are.</summary>
    public readonly int Count;

    /// <summary>From the pixels' stride to the source's pixel that the first element belongs to.</summary>
    public readonly int Offset;

    /// <summary>Pixels of the source from one element back to the next.</summary>
    public readonly int OffsetStep;

    /// <summary>The first stride whose pixels all elements reach.</summary>
    public readonly int FirstWhole;

    /// <summary>The first of the elements, counted from 0, that reach the pixels of a stride from inside the source.</summary>
    public int Begin(int at) => at < endOfWhole ? 0 : Math.Min(Count, (at - endOfWhole + OffsetStep) / OffsetStep);

    /// <summary>The element after the last.</summary>
    public int End(int at) => at >= FirstWhole ? Count : Math.Max(Begin(at), at + Offset < 0 ? 0 : ((at + Offset) / OffsetStep) + 1);

    /// <summary>
    /// Where the strides end that are reached by the same elements as this one: all strides that every element
    /// reaches, and each other stride by itself.
    /// </summary>
    public int EndOfAlike(int at, int end) => Count == 0 ? end : at >= FirstWhole && at < endOfWhole ? Math.Min(end, endOfWhole) : at + 1;
}
