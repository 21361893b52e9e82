namespace DigitPad.Inspection;

/// <summary>A layer's values for one sample, seen as pictures.</summary>
/// <param name="Shape">[channels, height, width], or [features].</param>
/// <param name="Values">The values, row-major.</param>
internal sealed record LayerValues(IReadOnlyList<int> Shape, float[] Values)
{
    private const int MostInRow = 40;

    /// <summary>Whether the values are pictures and not a list.</summary>
    public bool IsImage => Shape.Count == 3;

    /// <summary>How many pictures there are: the channels, or one for a list.</summary>
    public int Channels => IsImage ? Shape[0] : 1;

    /// <summary>Rows of a picture; a list is broken into rows.</summary>
    public int Rows => IsImage ? Shape[1] : (Values.Length + Columns - 1) / Columns;

    /// <summary>Columns of a picture; of a list as many as fill all rows, where there is such a number.</summary>
    public int Columns { get; } = Shape.Count == 3 ? Shape[2] : ColumnsOf(Values.Length);

    /// <summary>The value at a place, or 0 outside of the picture, where padding lies.</summary>
    public float At(int channel, int row, int column) =>
        (uint)row < (uint)Rows && (uint)column < (uint)Columns && IndexOf(channel, row, column) is var index && index < Values.Length
            ? Values[index]
            : 0;

    /// <summary>The index of a place in <see cref="Values"/>.</summary>
    public int IndexOf(int channel, int row, int column) => (((channel * Rows) + row) * Columns) + column;

    /// <summary>Rows × columns of one channel.</summary>
    public float[] Window(int channel, int top, int left, int rows, int columns)
    {
        float[] window = new float[rows * columns];
        for (int i = 0; i < window.Length; i++)
            window[i] = At(channel, top + (i / columns), left + (i % columns));
        return window;
    }

    // The 784 pixels of an image so keep their rows.
    private static int ColumnsOf(int length)
    {
        int columns = Enumerable.Range(1, Math.Min(length, MostInRow)).Last(count => length % count == 0);
        return columns * 4 >= Math.Min(length, MostInRow) ? columns : MostInRow;
    }
}
