namespace NetGen.Runtime;

/// <summary>
/// How a line of pixels is cut into tiles. There are as few tiles as the registers allow, of one height or of two that differ by one. A
/// small tile at the end would wait for its own sums.
/// </summary>
internal readonly struct TileHeights
{
    /// <param name="pixels">Pixels of a line.</param>
    /// <param name="most">Pixels of the highest tile.</param>
    public TileHeights(int pixels, int most)
    {
        int tiles = (pixels + most - 1) / most;
        Tall = Even(pixels, most);
        End = (pixels - ((Tall - 1) * tiles)) * Tall;
    }

    /// <summary>The height of tiles, as few as there is room for, that leave no small one, or a single one with little less.</summary>
    /// <param name="count">Pixels, or other rows of a tile.</param>
    /// <param name="most">Those of the highest tile.</param>
    public static int Even(int count, int most)
    {
        int tiles = (count + most - 1) / most;
        return (count + tiles - 1) / tiles;
    }

    /// <summary>The height of the first tiles; the others have one pixel less.</summary>
    public int Tall { get; }

    /// <summary>Where the first tiles end.</summary>
    public int End { get; }
}
