namespace NetGen.Runtime;

/// <summary>
/// The tiles of an image of outputs, row by row. Where the image is no multiple of a tile, the last
/// ones of a row or column may begin earlier.
/// </summary>
internal readonly struct TileGrid
{
    private readonly int lastY, lastX;

    /// <param name="height">Rows of outputs.</param>
    /// <param name="width">Columns of outputs.</param>
    /// <param name="tile">Rows, and columns, of a tile.</param>
    /// <param name="overlaps">Whether the last tiles begin earlier, so that they end with the image; else they reach beyond it.</param>
    public TileGrid(int height, int width, int tile, bool overlaps)
    {
        Tile = tile;
        Rows = (height + tile - 1) / tile;
        Columns = (width + tile - 1) / tile;
        (lastY, lastX) = overlaps ? (height - tile, width - tile) : (int.MaxValue, int.MaxValue);
    }

    /// <summary>Rows, and columns, of a tile.</summary>
    public int Tile { get; }

    /// <summary>Rows of tiles.</summary>
    public int Rows { get; }

    /// <summary>Tiles of a row.</summary>
    public int Columns { get; }

    /// <summary>Tiles of a sample.</summary>
    public int Count => Rows * Columns;

    /// <summary>The first row of outputs of a row of tiles.</summary>
    public int Y(int row) => Math.Min(row * Tile, lastY);

    /// <summary>The first column of outputs of a column of tiles.</summary>
    public int X(int column) => Math.Min(column * Tile, lastX);
}
