namespace NetGen.Runtime;

/// <summary>
/// Pixels of a result that see the same part of the window, with a block of its channels. They form lines, and the pixels and the lines lie
/// a constant apart. Register tiles process one region per call.
/// </summary>
/// <param name="source">The image, where the first pixel's first run of terms begins.</param>
/// <param name="weight">The weight, at the block's first channel.</param>
/// <param name="output">The result's first pixel, at the block's first channel.</param>
/// <param name="taps">Which terms the pixels see: the offsets of each run, in the image and in the weight.</param>
/// <param name="tapCount">How many runs of terms there are.</param>
/// <param name="depth">Terms of a run.</param>
internal ref struct ConvolutionRegion(ref float source, ref float weight, ref float output, ref int taps, int tapCount, int depth)
{
    public readonly ref float Source = ref source;
    public readonly ref float Weight = ref weight;
    public readonly ref float Output = ref output;
    public readonly ref int Taps = ref taps;

    /// <summary>How many runs of terms there are.</summary>
    public readonly int TapCount = tapCount;

    /// <summary>Terms of a run.</summary>
    public readonly int Depth = depth;

    /// <summary>Floats from one input channel's row of the weight to the next.</summary>
    public nint WeightStride;

    /// <summary>The first channel of the result.</summary>
    public int Column;

    /// <summary>Lines of pixels.</summary>
    public int Lines;

    /// <summary>Pixels of a line.</summary>
    public int Pixels;

    /// <summary>Floats of the image from the window of one pixel of a line to that of the next.</summary>
    public nint SourceStride;

    /// <summary>Floats of the image from one row of results to the next, of which a pool takes two at a time.</summary>
    public nint SourceRow;

    /// <summary>Floats of the image from one line to the next.</summary>
    public nint SourceLine;

    /// <summary>Floats of the result from one pixel of a line to the next.</summary>
    public nint OutputStride;

    /// <summary>Floats of the result from one line to the next.</summary>
    public nint OutputLine;

    /// <summary>The first pixel, counted through the batch: its row for the epilogue.</summary>
    public nint Row;

    /// <summary>Rows from one pixel of a line to the next.</summary>
    public int RowStep;

    /// <summary>Rows from one line to the next.</summary>
    public int RowLine;

    /// <summary>How far ahead the pixels lie that the next line reads besides.</summary>
    public nint PrefetchDistance;

    /// <summary>Floats of them; 0 where nothing is prefetched.</summary>
    public int PrefetchLength;
}
