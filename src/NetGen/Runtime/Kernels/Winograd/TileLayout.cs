namespace NetGen.Runtime;

/// <summary>The sizes of a layout of transformed tiles.</summary>
/// <param name="Tile">Floats from one tile to the next.</param>
/// <param name="Element">Floats from one of a tile's elements to the next.</param>
/// <param name="Channels">Floats from some channels of a tile that are contiguous to the next.</param>
internal readonly record struct TileLayout(int Tile, int Element, int Channels)
{
    /// <summary>See <see cref="NetGen.Runtime.ByTile"/>.</summary>
    public static TileLayout ByTile(int channels, int elements) => new(elements * channels, channels, channels);

    /// <summary>
    /// See <see cref="ByElement16"/>. An extra cache line for each element keeps the elements of a tile from lying in one set of the cache.
    /// </summary>
    public static TileLayout ByElement<TLayout>(int channels, int tiles)
        where TLayout : struct, ITileLayout =>
        new(
            TLayout.Lanes,
            ((channels + TLayout.Lanes - 1) / TLayout.Lanes * TLayout.Lanes * tiles) + AlignedBlock.FloatsPerLine,
            TLayout.Lanes * tiles);
}
