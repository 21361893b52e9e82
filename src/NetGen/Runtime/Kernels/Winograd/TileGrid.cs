namespace NetGen.Runtime;

/// <summary>
/// The tiles of an image of outputs, row by row. Where the image is no multiple of a tile, the last
/// ones of a row or column may begin earlier.
/// </summary>
internal readonly struct TileGrid
{
    /// <summary>Rows of a tile.</summary>
    public readonly int TileHeight;

    /// <summary>Columns of a tile.</summary>
    public readonly int Tile;

    /// <summary>Rows of tiles.</summary>
    public readonly int Rows;

    /// <summary>Tiles of a row.</summary>
    public readonly int Columns;

    /// <summary>Tiles of a sample.</summary>
    public readonly int Count;

    private readonly int lastY, lastX;

    /// <param name="height">Rows of outputs.</param>
    /// <param name="width">Columns of outputs.</param>
    /// <param name="tileHeight">Rows of a tile.</param>
    /// <param name="tile">Columns of a tile.</param>
    /// <param name="overlaps">Whether the last tiles begin earlier, so that they end with the image; else they reach beyond it.</param>
    public TileGrid(int height, int width, int tileHeight, int tile, bool overlaps)
    {
        (TileHeight, Tile) = (tileHeight, tile);
        Rows = (height + tileHeight - 1) / tileHeight;
        Columns = (width + tile - 1) / tile;
        Count = Rows * Columns;
        (lastY, lastX) = overlaps ? (height - tileHeight, width - tile) : (int.MaxValue, int.MaxValue);
    }

    /// <summary>The first row of outputs of a row of tiles.</summary>
    public int Y(int row) => Math.Min(row * TileHeight, lastY);

    /// <summary>The first column of outputs of a column of tiles.</summary>
    public int X(int column) => Math.Min(column * Tile, lastX);
}
