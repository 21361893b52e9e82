using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Scheduling;

/// <summary>The loops of a convolution by Winograd's algorithm.</summary>
/// <param name="TilesOfBlock">
/// Tiles that go through the transforms and products together. The library rounds to whole register tiles.
/// </param>
/// <param name="Parts">Work items of a sample in a prediction, where several threads may share a sample.</param>
/// <param name="SharesColumns">
/// Whether these are <see cref="ColumnsOfPart"/> columns of the output, so that each thread reads a part of the weight; else rows of tiles,
/// or some tiles of a single row.
/// </param>
internal sealed record WinogradSchedule(int TilesOfBlock, int Parts, bool SharesColumns) : Schedule
{
    /// <summary>Columns of a work item: whole panels of the weight at every vector width.</summary>
    public const int ColumnsOfPart = 64;

    /// <summary>Tiles of a work item, where a sample is one row of tiles.</summary>
    private const int TilesOfPart = 8;

    /// <summary>So many floats of the transformed weight for each of a sample's make columns worth sharing.</summary>
    private const int WeightOfSample = 8;

    /// <summary>So many tiles use each number of the weight once it is in L1.</summary>
    private const int MostTiles = 16;

    /// <summary>Where L1 holds a block of so many tiles, there are few channels.</summary>
    private const int FewestTiles = 6;

    /// <summary>
    /// Tiles of a block of few channels at least. Fewer would stay in L1, but what goes on around a block takes longer than L2 does.
    /// </summary>
    private const int TilesOfFewChannels = 32;

    /// <summary>Floats of a block at most that does not stay in L1: they should stay in L2 beside the weight.</summary>
    private const int MostFloats = 3 * Caches.L2 / 8;

    /// <summary>
    /// Tiles of a block that does not stay in L2 either: so many that the weight, which comes from L3 or memory for each block, pays.
    /// </summary>
    private const int TilesOfManyChannels = 60;

    /// <summary>Tiles of a block at least, where the weight does not stay in L2 beside it and comes from L3 for each block.</summary>
    private const int TilesOfLargeWeight = 18;

    public static WinogradSchedule Of(FusedGroup group)
    {
        var convolution = (WinogradConvolution)group.Anchor!;
        int floatsOfTile = convolution.Size.Elements * (convolution.Operands[0].Shape.PaddedInner + convolution.Shape.PaddedInner);
        int tiles = Caches.L1 / floatsOfTile;
        tiles = tiles < FewestTiles
            ? Math.Max(1, Math.Min(MostTiles, MostFloats / floatsOfTile))
            : Math.Max(tiles, TilesOfFewChannels);
        if (tiles < FewestTiles)
            tiles = TilesOfManyChannels;
        int weight = convolution.Operands[1].Shape.Count;
        if (weight + (tiles * floatsOfTile) > Caches.L2)
            tiles = Math.Max(tiles, TilesOfLargeWeight);
        if (!group.IsPrediction)
            return new(tiles, Parts: 1, SharesColumns: false);
        int columns = convolution.Shape.PaddedInner;
        int tile = convolution.Size.Tile;
        return group.Pool is null && columns > ColumnsOfPart
            && weight >= WeightOfSample * (long)(convolution.Operands[0].Shape.Count + convolution.Shape.Count)
            ? new(tiles, (columns + ColumnsOfPart - 1) / ColumnsOfPart, SharesColumns: true)
            : new(tiles, convolution.Size.IsLine ? PartsOfLines(group, tile) : PartsOf(group, tile), SharesColumns: false);
    }

    /// <summary>Lines, or of a single one some tiles, of which the last two are never apart.</summary>
    private static int PartsOfLines(FusedGroup group, int tile) =>
        group.Space[0] > 1 ? group.Space[0] : Math.Max(1, group.Space[1] / tile / TilesOfPart);

    /// <summary>
    /// Rows of tiles, but the last two together where they have pixels in common. These round
    /// differently in the one and in the other: the last must write last.
    /// </summary>
    private static int PartsOf(FusedGroup group, int tile) => Math.Max(1, group.Space[0] * (group.Pool?.Height.Kernel ?? 1) / tile);
}
