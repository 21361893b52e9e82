using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Some adjacent tiles of a row that are read from an image and transformed.</summary>
/// <param name="image">The image of the sample.</param>
/// <param name="zeros">As many zeros as a tile has in a row, for rows beyond the image.</param>
/// <param name="target">The first transformed tile.</param>
internal ref struct TileRun(ref float image, ref float zeros, ref float target)
{
    private readonly ref float image = ref image;
    private readonly ref float zeros = ref zeros;

    /// <summary>The first transformed tile.</summary>
    public readonly ref float Target = ref target;

    /// <summary>Rows of the image.</summary>
    public int Height;

    /// <summary>Floats from one row of the image to the next.</summary>
    public nint RowStride;

    /// <summary>Floats of a pixel.</summary>
    public int Channels;

    /// <summary>The first row of the tiles, which may be above the image.</summary>
    public int Y;

    /// <summary>The first column of the first tile, which may be left of the image.</summary>
    public int X;

    /// <summary>Columns from one tile to the next; also the rows to the tile below.</summary>
    public int Step;

    /// <summary>How many tiles.</summary>
    public int Tiles;

    /// <summary>Whether the first three rows of elements are wanted.</summary>
    public bool WantsFirst;

    /// <summary>Whether the last three rows of elements are wanted.</summary>
    public bool WantsLast;

    /// <summary>Whether to prefetch the tiles below.</summary>
    public bool Prefetches;

    /// <summary>A row of a tile at some float of it, or zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref float Line(int row, nint at)
    {
        int line = Y + row;
        return ref (uint)line < (uint)Height ? ref Unsafe.Add(ref image, (line * RowStride) + at) : ref zeros;
    }

    /// <summary>Prefetches what the tile below will read first. Its rows lie too far apart for the processor to predict them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void PrefetchBelow(int pixels, nint at) =>
        Prefetch.Rows(ref Unsafe.Add(ref image, ((Y + pixels) * RowStride) + at), Step, (int)RowStride, Step * Channels);
}
