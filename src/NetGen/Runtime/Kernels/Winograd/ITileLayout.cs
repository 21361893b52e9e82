namespace NetGen.Runtime;

/// <summary>How the transformed tiles of a block lie: a type, so that what does not change within a block is a constant.</summary>
internal interface ITileLayout
{
    /// <summary>Channels of a tile that are contiguous before those of the next tile follow; 0 where all elements of a tile do.</summary>
    static abstract int Lanes { get; }
}
