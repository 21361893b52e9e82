namespace NetGen.Runtime;

/// <summary>
/// How a line of pixels is cut into tiles: as few as there is room for, of one height, or of two that differ by one. A small tile at the end would wait for its own sums.
/// </summary>
internal readonly struct TileHeights
{
    /// <param name="pixels">Pixels of a line.</param>
    /// <param name="most">Pixels of the highest tile.</param>
    public TileHeights(int pixels, int most)
    {
        int tiles = (pixels + most - 1) / most;
        Tall = (pixels + tiles - 1) / tiles;
        End = (pixels - ((Tall - 1) * tiles)) * Tall;
    }

    /// <summary>The height of the first tiles; the others have one pixel less.</summary>
    public int Tall { get; }

    /// <summary>Where the first tiles end.</summary>
    public int End { get; }
}
