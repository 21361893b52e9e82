using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Register tiles of direct convolutions: which of them cover a region. A tile is some pixels × some vectors of output channels.</summary>
internal static partial class ConvolutionTiles
{
    /// <summary>How many vectors the tiles of a region are wide: as many as there are registers for, so that each number of the image serves all of them.</summary>
    /// <param name="channels">Channels that are left.</param>
    public static int Vectors<S, V, TProducts>(int channels)
        where S : ISimd<V>
        where V : struct
        where TProducts : struct, IProducts =>
        S.Registers >= 32 && !TProducts.IsDepthwise && channels >= 4 * S.Lanes ? 4 : channels >= 2 * S.Lanes ? 2 : 1;

    /// <summary>Covers a region by tiles, the largest first. Where memory is prefetched, lines follow one by one, so that it comes while their sums are computed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Fill<S, V, E, TProducts>(scoped in ConvolutionRegion region, int vectors, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TProducts : struct, IProducts
    {
        var ends = new TileEnds(region.Pixels, vectors, isWide: S.Registers >= 32 && !TProducts.IsDepthwise);
        int lines = region.PrefetchLength > 0 ? 1 : region.Lines;
        for (int line = 0; line < region.Lines; line += lines)
        {
            if (region.PrefetchLength > 0)
                PrefetchLine<V, E>(in region, line, in epilogue);
            if (TProducts.IsDepthwise)
                FillDepthwise<S, V, E>(in region, vectors, in ends, line, line + lines, in epilogue);
            else if (vectors == 4)
                FillFour<S, V, E>(in region, in ends, line, line + lines, in epilogue);
            else if (vectors == 2)
                FillTwo<S, V, E>(in region, in ends, line, line + lines, in epilogue);
            else
                FillOne<S, V, E>(in region, in ends, line, line + lines, in epilogue);
        }
    }

    /// <summary>The same with a max-pool of 2×2: a tile's pixels are windows of the pool, of four sums for each vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void FillPooled<S, V, E>(scoped in ConvolutionRegion region, int vectors, ref float argmax, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int pixels = region.Pixels;
        bool fits = vectors == 1 || (vectors == 2 && S.Registers >= 32);
        int threes = fits ? pixels / 3 * 3 : 0, twos = fits ? threes + ((pixels - threes) / 2 * 2) : 0;
        int lines = region.PrefetchLength > 0 ? 1 : region.Lines;
        for (int line = 0, endLine; line < region.Lines; line = endLine)
        {
            endLine = line + lines;
            if (region.PrefetchLength > 0)
                PrefetchLine<V, E>(in region, line, in epilogue);
            if (vectors == 4)
            {
                Windows1x4<S, V, E>(in region, line, endLine, 0, pixels, ref argmax, in epilogue);
            }
            else if (vectors == 2)
            {
                if (threes > 0)
                    Windows3x2<S, V, E>(in region, line, endLine, 0, threes, ref argmax, in epilogue);
                if (twos > threes)
                    Windows2x2<S, V, E>(in region, line, endLine, threes, twos, ref argmax, in epilogue);
                if (pixels > twos)
                    Windows1x2<S, V, E>(in region, line, endLine, twos, pixels, ref argmax, in epilogue);
            }
            else
            {
                if (threes > 0)
                    Windows3x1<S, V, E>(in region, line, endLine, 0, threes, ref argmax, in epilogue);
                if (twos > threes)
                    Windows2x1<S, V, E>(in region, line, endLine, threes, twos, ref argmax, in epilogue);
                if (pixels > twos)
                    Windows1x1<S, V, E>(in region, line, endLine, twos, pixels, ref argmax, in epilogue);
            }
        }
    }

    private static void FillFour<S, V, E>(scoped in ConvolutionRegion region, in TileEnds ends, int line, int endLine, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (ends.Sixes > 0)
            Pixels6x4<S, V, E>(in region, line, endLine, 0, ends.Sixes, in epilogue);
        if (ends.Fours > ends.Sixes)
            Pixels4x4<S, V, E>(in region, line, endLine, ends.Sixes, ends.Fours, in epilogue);
        if (ends.Pixels > ends.Fours)
            Pixels1x4<S, V, E>(in region, line, endLine, ends.Fours, ends.Pixels, in epilogue);
    }

    private static void FillTwo<S, V, E>(scoped in ConvolutionRegion region, in TileEnds ends, int line, int endLine, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (ends.Nines > 0)
            Pixels9x2<S, V, E>(in region, line, endLine, 0, ends.Nines, in epilogue);
        if (ends.Eights > ends.Nines)
            Pixels8x2<S, V, E>(in region, line, endLine, ends.Nines, ends.Eights, in epilogue);
        if (ends.Sixes > ends.Eights)
            Pixels6x2<S, V, E>(in region, line, endLine, ends.Eights, ends.Sixes, in epilogue);
        if (ends.Fours > ends.Sixes)
            Pixels4x2<S, V, E>(in region, line, endLine, ends.Sixes, ends.Fours, in epilogue);
        if (ends.Twos > ends.Fours)
            Pixels2x2<S, V, E>(in region, line, endLine, ends.Fours, ends.Twos, in epilogue);
        if (ends.Pixels > ends.Twos)
            Pixels1x2<S, V, E>(in region, line, endLine, ends.Twos, ends.Pixels, in epilogue);
    }

    private static void FillOne<S, V, E>(scoped in ConvolutionRegion region, in TileEnds ends, int line, int endLine, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (ends.Eights > 0)
            Pixels8x1<S, V, E>(in region, line, endLine, 0, ends.Eights, in epilogue);
        if (ends.Sixes > ends.Eights)
            Pixels6x1<S, V, E>(in region, line, endLine, ends.Eights, ends.Sixes, in epilogue);
        if (ends.Fours > ends.Sixes)
            Pixels4x1<S, V, E>(in region, line, endLine, ends.Sixes, ends.Fours, in epilogue);
        if (ends.Twos > ends.Fours)
            Pixels2x1<S, V, E>(in region, line, endLine, ends.Fours, ends.Twos, in epilogue);
        if (ends.Pixels > ends.Twos)
            Pixels1x1<S, V, E>(in region, line, endLine, ends.Twos, ends.Pixels, in epilogue);
    }

    private static void FillDepthwise<S, V, E>(scoped in ConvolutionRegion region, int vectors, in TileEnds ends, int line, int endLine, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (vectors == 2)
        {
            if (ends.Sixes > 0)
                Depthwise6x2<S, V, E>(in region, line, endLine, 0, ends.Sixes, in epilogue);
            if (ends.Fours > ends.Sixes)
                Depthwise4x2<S, V, E>(in region, line, endLine, ends.Sixes, ends.Fours, in epilogue);
            if (ends.Pixels > ends.Fours)
                Depthwise1x2<S, V, E>(in region, line, endLine, ends.Fours, ends.Pixels, in epilogue);
            return;
        }

        if (ends.Eights > 0)
            Depthwise8x1<S, V, E>(in region, line, endLine, 0, ends.Eights, in epilogue);
        if (ends.Sixes > ends.Eights)
            Depthwise6x1<S, V, E>(in region, line, endLine, ends.Eights, ends.Sixes, in epilogue);
        if (ends.Fours > ends.Sixes)
            Depthwise4x1<S, V, E>(in region, line, endLine, ends.Sixes, ends.Fours, in epilogue);
        if (ends.Pixels > ends.Fours)
            Depthwise1x1<S, V, E>(in region, line, endLine, ends.Fours, ends.Pixels, in epilogue);
    }

    /// <summary>Asks for what the next line of pixels reads besides, and for what this one writes.</summary>
    private static void PrefetchLine<V, E>(scoped in ConvolutionRegion region, int line, scoped in E epilogue)
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        Prefetch.Rows(ref Unsafe.Add(ref region.Source, (line * region.SourceLine) + region.PrefetchDistance), 1, 0, region.PrefetchLength);
        Prefetch.Rows(ref Unsafe.Add(ref region.Output, line * region.OutputLine), 1, 0, (int)region.OutputStride * region.Pixels);
        epilogue.PrefetchBlock(region.Row + (line * region.RowLine), 1, 0, region.Pixels);
    }
}
