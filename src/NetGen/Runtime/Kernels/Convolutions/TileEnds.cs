namespace NetGen.Runtime;

/// <summary>Which pixels of a line tiles of each size cover, the largest first. Few single pixels are left, whose sums wait for each other.</summary>
internal readonly struct TileEnds
{
    /// <param name="pixels">Pixels of a line.</param>
    /// <param name="vectors">Vectors of a tile.</param>
    /// <param name="isWide">Whether tiles of eight or nine pixels and two vectors fit into the registers.</param>
    public TileEnds(int pixels, int vectors, bool isWide)
    {
        Pixels = pixels;
        if (isWide && vectors == 2 && (pixels / 9) + TilesOf(pixels % 9) < (pixels / 8) + TilesOf(pixels % 8))
            Nines = pixels / 9 * 9;
        Eights = Nines + (vectors == 1 || (isWide && vectors == 2) ? EndOfEights(pixels - Nines) : 0);
        Sixes = Eights + TileRows.EndOfSixes(0, pixels - Eights);
        Fours = Sixes + ((pixels - Sixes) / 4 * 4);
        Twos = Fours + ((pixels - Fours) / 2 * 2);
    }

    /// <summary>Where tiles of nine pixels end.</summary>
    public int Nines { get; }

    /// <summary>Where tiles of eight pixels end, which begin there.</summary>
    public int Eights { get; }

    /// <summary>Where tiles of six pixels end, which begin there.</summary>
    public int Sixes { get; }

    /// <summary>Where tiles of four pixels end, which begin there.</summary>
    public int Fours { get; }

    /// <summary>Where tiles of two pixels end, which begin there.</summary>
    public int Twos { get; }

    /// <summary>Where single pixels end, which begin there.</summary>
    public int Pixels { get; }

    /// <summary>How many tiles cover pixels that are left over.</summary>
    private static int TilesOf(int pixels) => (pixels / 8) + (pixels % 8 is 0 ? 0 : pixels % 2 is 0 ? 1 : 2);

    /// <summary>Two or three that are left over are better off with eight more, as tiles of six and four.</summary>
    private static int EndOfEights(int pixels)
    {
        int left = pixels % 8;
        return pixels - left - (left is 2 or 3 && pixels >= 8 ? 8 : 0);
    }
}
