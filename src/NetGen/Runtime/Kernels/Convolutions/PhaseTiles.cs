using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Register tiles of a transposed convolution's phases: some pixels × some vectors of channels.</summary>
internal static partial class PhaseTiles
{
    /// <summary>
    /// How many vectors wide a tile is: as many as the registers hold, so that each number of the source serves all of them.
    /// </summary>
    /// <param name="channels">Channels that are left.</param>
    public static int Vectors<S, V>(int channels)
        where S : ISimd<V>
        where V : struct =>
        S.Registers >= 32 && channels >= 4 * S.Lanes ? 4 : channels >= 2 * S.Lanes ? 2 : 1;

    /// <summary>
    /// Covers a region with tiles of equal or almost equal height. This leaves no tile of few pixels, whose sums would wait for each other.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Fill<S, V, E>(scoped in PhaseRegion region, int vectors, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        bool hasManyRegisters = S.Registers >= 32;
        int most = vectors switch
        {
            1 => hasManyRegisters ? 16 : 8,
            2 => hasManyRegisters ? 8 : 6,
            _ => 6,
        };
        for (int first = 0, height = TileHeights.Even(region.Pixels, most); first < region.Pixels; height = region.Pixels - first)
        {
            int end = first + ((region.Pixels - first) / height * height);
            switch (vectors)
            {
                case 4:
                    FillByFour<S, V, E>(in region, height, first, end, in epilogue);
                    break;
                case 2:
                    FillByTwo<S, V, E>(in region, height, first, end, in epilogue);
                    break;
                default:
                    FillByOne<S, V, E>(in region, height, first, end, in epilogue);
                    break;
            }

            first = end;
        }
    }

    private static void FillByFour<S, V, E>(scoped in PhaseRegion region, int height, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        switch (height)
        {
            case 6:
                Strip6x4<S, V, E>(in region, first, end, in epilogue);
                break;
            case 5:
                Strip5x4<S, V, E>(in region, first, end, in epilogue);
                break;
            case 4:
                Strip4x4<S, V, E>(in region, first, end, in epilogue);
                break;
            case 3:
                Strip3x4<S, V, E>(in region, first, end, in epilogue);
                break;
            case 2:
                Strip2x4<S, V, E>(in region, first, end, in epilogue);
                break;
            default:
                Strip1x4<S, V, E>(in region, first, end, in epilogue);
                break;
        }
    }

    private static void FillByTwo<S, V, E>(scoped in PhaseRegion region, int height, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        switch (height)
        {
            case 8:
                Strip8x2<S, V, E>(in region, first, end, in epilogue);
                break;
            case 7:
                Strip7x2<S, V, E>(in region, first, end, in epilogue);
                break;
            case 6:
                Strip6x2<S, V, E>(in region, first, end, in epilogue);
                break;
            case 5:
                Strip5x2<S, V, E>(in region, first, end, in epilogue);
                break;
            case 4:
                Strip4x2<S, V, E>(in region, first, end, in epilogue);
                break;
            case 3:
                Strip3x2<S, V, E>(in region, first, end, in epilogue);
                break;
            case 2:
                Strip2x2<S, V, E>(in region, first, end, in epilogue);
                break;
            default:
                Strip1x2<S, V, E>(in region, first, end, in epilogue);
                break;
        }
    }

    private static void FillByOne<S, V, E>(scoped in PhaseRegion region, int height, int first, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        switch (height)
        {
            case 16:
                Strip16x1<S, V, E>(in region, first, end, in epilogue);
                break;
            case 15:
                Strip15x1<S, V, E>(in region, first, end, in epilogue);
                break;
            case 14:
                Strip14x1<S, V, E>(in region, first, end, in epilogue);
                break;
            case 13:
                Strip13x1<S, V, E>(in region, first, end, in epilogue);
                break;
            case 12:
                Strip12x1<S, V, E>(in region, first, end, in epilogue);
                break;
            case 11:
                Strip11x1<S, V, E>(in region, first, end, in epilogue);
                break;
            case 10:
                Strip10x1<S, V, E>(in region, first, end, in epilogue);
                break;
            case 9:
                Strip9x1<S, V, E>(in region, first, end, in epilogue);
                break;
            case 8:
                Strip8x1<S, V, E>(in region, first, end, in epilogue);
                break;
            case 7:
                Strip7x1<S, V, E>(in region, first, end, in epilogue);
                break;
            case 6:
                Strip6x1<S, V, E>(in region, first, end, in epilogue);
                break;
            case 5:
                Strip5x1<S, V, E>(in region, first, end, in epilogue);
                break;
            case 4:
                Strip4x1<S, V, E>(in region, first, end, in epilogue);
                break;
            case 3:
                Strip3x1<S, V, E>(in region, first, end, in epilogue);
                break;
            case 2:
                Strip2x1<S, V, E>(in region, first, end, in epilogue);
                break;
            default:
                Strip1x1<S, V, E>(in region, first, end, in epilogue);
                break;
        }
    }
}
