namespace NetGen.Runtime;

/// <summary>
/// Windows of a max-pool with their marks, and the steps from one window to the next and within one. A tile of the
/// sparse input gradient goes through them.
/// </summary>
internal ref struct MarkedWindows(
    ref float gradient, ref ulong marks, int rows, int columns, int channels, int words, int positions)
{
    /// <summary>The gradients of the first window's channels.</summary>
    public readonly ref float Gradient = ref gradient;

    /// <summary>Its marks, [words, positions].</summary>
    public readonly ref ulong Marks = ref marks;

    public readonly int Rows = rows;

    public readonly int Columns = columns;

    /// <summary>Floats from one window's gradients to the next one's.</summary>
    public readonly int Channels = channels;

    public readonly int Words = words;

    /// <summary>Positions of a window of the pool.</summary>
    public readonly int Positions = positions;

    /// <summary>Floats of the image from one row of windows to the next.</summary>
    public required int RowStride;

    /// <summary>Floats of the image from one window of a row to the next.</summary>
    public required int ColumnStride;

    /// <summary>Floats of the image from one row of the convolution's window to the next.</summary>
    public required int PixelRow;

    /// <summary>Floats of a pixel.</summary>
    public required int Pixel;

    /// <summary>Floats of the weight from one output channel to the next.</summary>
    public required int WeightOutput;

    /// <summary>Floats of the weight from one row of the convolution's window to the next.</summary>
    public required int WeightRow;

    /// <summary>Floats of the weight from one place of a row to the next.</summary>
    public required int WeightColumn;
}
