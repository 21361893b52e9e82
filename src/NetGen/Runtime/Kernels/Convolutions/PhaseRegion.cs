namespace NetGen.Runtime;

/// <summary>
/// Pixels of one phase of a transposed convolution that the same elements of the window reach, with a block of their channels. They form
/// lines, and the pixels and the lines lie a constant apart. Register tiles process one region per call.
/// </summary>
/// <param name="source">Where the first element finds the source for the first pixel.</param>
/// <param name="weight">The weight, at the block's first channel.</param>
/// <param name="output">The first pixel, at the block's first channel.</param>
/// <param name="elements">The elements of the window: the offset of each in the source, from the first, and in the weight.</param>
/// <param name="count">How many elements there are.</param>
/// <param name="depth">The source's channels: terms of an element.</param>
internal ref struct PhaseRegion(ref float source, ref float weight, ref float output, ref int elements, int count, int depth)
{
    public readonly ref float Source = ref source;
    public readonly ref float Weight = ref weight;
    public readonly ref float Output = ref output;
    public readonly ref int Elements = ref elements;

    /// <summary>How many elements of the window there are.</summary>
    public readonly int Count = count;

    /// <summary>Terms of an element.</summary>
    public readonly int Depth = depth;

    /// <summary>Floats from the weight's row of one term to that of the next.</summary>
    public nint WeightStride;

    /// <summary>The first channel of the block.</summary>
    public int Column;

    /// <summary>Lines of pixels.</summary>
    public int Lines;

    /// <summary>Pixels of a line.</summary>
    public int Pixels;

    /// <summary>Floats of the source from one pixel of a line to the next.</summary>
    public nint SourceStride;

    /// <summary>Floats of the source from one line to the next.</summary>
    public nint SourceLine;

    /// <summary>Floats of the result from one pixel of a line to the next.</summary>
    public nint OutputStride;

    /// <summary>Floats of the result from one line to the next.</summary>
    public nint OutputLine;

    /// <summary>The first pixel, counted through the batch: its row for the epilogue.</summary>
    public nint Row;

    /// <summary>Rows from one pixel of a line to the next.</summary>
    public nint RowStep;

    /// <summary>Rows from one line to the next.</summary>
    public nint RowLine;

    /// <summary>Floats from a pixel of the result to the one that is prefetched meanwhile; 0 where none is.</summary>
    public nint PrefetchDistance;

    /// <summary>The same in rows of the epilogue.</summary>
    public nint PrefetchedRows;
}
