using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Chooses the register tiles of direct convolutions that cover a region. A tile is some pixels × some vectors of output channels.
/// </summary>
internal static partial class ConvolutionTiles
{
    /// <summary>
    /// How many vectors wide the tiles of a region are: as many as the registers hold, so that each number of the image serves all of them.
    /// </summary>
    /// <param name="channels">Channels that are left.</param>
    public static int Vectors<S, V, TProducts>(int channels)
        where S : ISimd<V>
        where V : struct
        where TProducts : struct, IProducts =>
        S.Registers >= 32 && !TProducts.IsDepthwise && channels >= 4 * S.Lanes ? 4 : channels >= 2 * S.Lanes ? 2 : 1;

    /// <summary>
    /// Covers a region with tiles. Where memory is prefetched, lines follow one by one, so that it arrives while their sums are computed.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Fill<S, V, E, TProducts>(scoped in ConvolutionRegion region, int vectors, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TProducts : struct, IProducts
    {
        var heights = new TileHeights(region.Pixels, MostPixels<S, V, TProducts>(vectors));
        int lines = region.PrefetchLength > 0 ? 1 : region.Lines;
        for (int line = 0; line < region.Lines; line += lines)
        {
            if (region.PrefetchLength > 0)
                PrefetchLine<V, E>(in region, line, readsFromMemory: !TProducts.IsDepthwise, in epilogue);
            if (heights.End > 0)
                Tiles<S, V, E, TProducts>(in region, vectors, heights.Tall, line, line + lines, 0, heights.End, in epilogue);
            if (region.Pixels > heights.End)
                Tiles<S, V, E, TProducts>(
                    in region, vectors, heights.Tall - 1, line, line + lines, heights.End, region.Pixels, in epilogue);
        }
    }

    /// <summary>The same with a max-pool of 2×2: a tile's pixels are windows of the pool, of four sums for each vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void FillPooled<S, V, E>(scoped in ConvolutionRegion region, int vectors, ref float argmax, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        var heights = new TileHeights(region.Pixels, vectors == 1 || (vectors == 2 && S.Registers >= 32) ? 3 : 1);
        int lines = region.PrefetchLength > 0 ? 1 : region.Lines;
        for (int line = 0; line < region.Lines; line += lines)
        {
            if (region.PrefetchLength > 0)
                PrefetchLine<V, E>(in region, line, readsFromMemory: true, in epilogue);
            if (heights.End > 0)
                Windows<S, V, E>(in region, vectors, heights.Tall, line, line + lines, 0, heights.End, ref argmax, in epilogue);
            if (region.Pixels > heights.End)
                Windows<S, V, E>(
                    in region, vectors, heights.Tall - 1, line, line + lines, heights.End, region.Pixels, ref argmax, in epilogue);
        }
    }

    /// <summary>Pixels of the highest tile: with its vectors of the weight and a broadcast it has room in the registers.</summary>
    private static int MostPixels<S, V, TProducts>(int vectors)
        where S : ISimd<V>
        where V : struct
        where TProducts : struct, IProducts =>
        vectors == 4 ? 6
        : TProducts.IsDepthwise ? (vectors == 2 ? 6 : 8)
        : vectors == 1 ? 12
        : S.Registers >= 32 ? 9
        : 6;

    private static void Tiles<S, V, E, TProducts>(
        scoped in ConvolutionRegion region, int vectors, int height, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TProducts : struct, IProducts
    {
        if (TProducts.IsDepthwise && vectors == 2)
            DepthwiseByTwo<S, V, E>(in region, height, line, endLine, first, end, in epilogue);
        else if (TProducts.IsDepthwise)
            DepthwiseByOne<S, V, E>(in region, height, line, endLine, first, end, in epilogue);
        else if (vectors == 4)
            ByFour<S, V, E>(in region, height, line, endLine, first, end, in epilogue);
        else if (vectors == 2)
            ByTwo<S, V, E>(in region, height, line, endLine, first, end, in epilogue);
        else
            ByOne<S, V, E>(in region, height, line, endLine, first, end, in epilogue);
    }

    private static void ByFour<S, V, E>(
        scoped in ConvolutionRegion region, int height, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        switch (height)
        {
            case 6:
                Pixels6x4<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 5:
                Pixels5x4<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 4:
                Pixels4x4<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 3:
                Pixels3x4<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 2:
                Pixels2x4<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 1:
                Pixels1x4<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
        }
    }

    private static void ByTwo<S, V, E>(
        scoped in ConvolutionRegion region, int height, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        switch (height)
        {
            case 9:
                Pixels9x2<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 8:
                Pixels8x2<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 7:
                Pixels7x2<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 6:
                Pixels6x2<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 5:
                Pixels5x2<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 4:
                Pixels4x2<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 3:
                Pixels3x2<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 2:
                Pixels2x2<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 1:
                Pixels1x2<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
        }
    }

    private static void ByOne<S, V, E>(
        scoped in ConvolutionRegion region, int height, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        switch (height)
        {
            case 12:
                Pixels12x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 11:
                Pixels11x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 10:
                Pixels10x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 9:
                Pixels9x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 8:
                Pixels8x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 7:
                Pixels7x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 6:
                Pixels6x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 5:
                Pixels5x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 4:
                Pixels4x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 3:
                Pixels3x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 2:
                Pixels2x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 1:
                Pixels1x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
        }
    }

    private static void DepthwiseByTwo<S, V, E>(
        scoped in ConvolutionRegion region, int height, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        switch (height)
        {
            case 6:
                Depthwise6x2<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 5:
                Depthwise5x2<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 4:
                Depthwise4x2<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 3:
                Depthwise3x2<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 2:
                Depthwise2x2<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 1:
                Depthwise1x2<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
        }
    }

    private static void DepthwiseByOne<S, V, E>(
        scoped in ConvolutionRegion region, int height, int line, int endLine, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        switch (height)
        {
            case 8:
                Depthwise8x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 7:
                Depthwise7x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 6:
                Depthwise6x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 5:
                Depthwise5x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 4:
                Depthwise4x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 3:
                Depthwise3x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 2:
                Depthwise2x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
            case 1:
                Depthwise1x1<S, V, E>(in region, line, endLine, first, end, in epilogue);
                break;
        }
    }

    private static void Windows<S, V, E>(
        scoped in ConvolutionRegion region, int vectors, int height,
        int line, int endLine, int first, int end, ref float argmax, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (Unsafe.IsNullRef(ref argmax))
            Windows<S, V, E, WithoutArgmax>(in region, vectors, height, line, endLine, first, end, ref argmax, in epilogue);
        else
            Windows<S, V, E, WithArgmax>(in region, vectors, height, line, endLine, first, end, ref argmax, in epilogue);
    }

    private static void Windows<S, V, E, TArgmax>(
        scoped in ConvolutionRegion region, int vectors, int height,
        int line, int endLine, int first, int end, ref float argmax, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TArgmax : struct
    {
        switch (vectors, height)
        {
            case (4, _):
                Windows1x4<S, V, E, TArgmax>(in region, line, endLine, first, end, ref argmax, in epilogue);
                break;
            case (2, 3):
                Windows3x2<S, V, E, TArgmax>(in region, line, endLine, first, end, ref argmax, in epilogue);
                break;
            case (2, 2):
                Windows2x2<S, V, E, TArgmax>(in region, line, endLine, first, end, ref argmax, in epilogue);
                break;
            case (2, _):
                Windows1x2<S, V, E, TArgmax>(in region, line, endLine, first, end, ref argmax, in epilogue);
                break;
            case (_, 3):
                Windows3x1<S, V, E, TArgmax>(in region, line, endLine, first, end, ref argmax, in epilogue);
                break;
            case (_, 2):
                Windows2x1<S, V, E, TArgmax>(in region, line, endLine, first, end, ref argmax, in epilogue);
                break;
            default:
                Windows1x1<S, V, E, TArgmax>(in region, line, endLine, first, end, ref argmax, in epilogue);
                break;
        }
    }

    /// <summary>
    /// Asks for what the next line of pixels reads besides, and for what this one writes. A depthwise convolution has so few terms that it
    /// would wait for the requests: its image is in the cache, since it is in a chain with what wrote it, or comes in its order.
    /// </summary>
    private static void PrefetchLine<V, E>(scoped in ConvolutionRegion region, int line, bool readsFromMemory, scoped in E epilogue)
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (readsFromMemory)
            Prefetch.Rows(
                ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + region.PrefetchDistance), 1, 0, region.PrefetchLength);
        Prefetch.Rows(ref Unsafe.Add(ref region.Output, line * region.OutputLine), 1, 0, (int)region.OutputStride * region.Pixels);
        epilogue.PrefetchBlock(region.Row + (line * region.RowLine), 1, 0, region.Pixels);
    }
}
