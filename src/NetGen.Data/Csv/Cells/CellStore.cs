namespace NetGen.Data;

/// <summary>The cells of a table, row by row. Many threads may read at once.</summary>
/// <param name="rows">The number of rows.</param>
/// <param name="width">The cells of a row.</param>
internal abstract class CellStore(int rows, int width)
{
    public int Rows { get; } = rows;

    public int Width { get; } = width;

    /// <summary>The cells of a row; valid while the store is in use.</summary>
    public abstract ReadOnlySpan<int> this[int row] { get; }
}
