using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Register tiles of convolutions whose lanes are samples or columns: some pixels × some output channels.</summary>
internal static partial class BatchLaneTiles
{
    /// <summary>How many output channels the tiles of a line have: what the registers hold beside four pixels.</summary>
    /// <param name="channels">Channels that are left.</param>
    public static int Channels<S, V>(int channels)
        where S : ISimd<V>
        where V : struct =>
        S.Registers >= 32 && channels >= 6 && channels != 8 ? 6 : S.Registers >= 32 && channels >= 4 ? 4 : channels >= 2 ? 2 : 1;

    /// <summary>Covers a line of pixels.</summary>
    public static void Fill<S, V, E>(scoped in ConvolutionRegion region, int channels, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int pixels = region.Pixels, fours = pixels / 4 * 4;
        switch (channels)
        {
            case 6:
                if (fours > 0)
                    Pixels4x6<S, V, E>(in region, 0, 1, 0, fours, in epilogue);
                if (pixels > fours)
                    Pixels1x6<S, V, E>(in region, 0, 1, fours, pixels, in epilogue);
                break;
            case 4:
                if (fours > 0)
                    Pixels4x4<S, V, E>(in region, 0, 1, 0, fours, in epilogue);
                if (pixels > fours)
                    Pixels1x4<S, V, E>(in region, 0, 1, fours, pixels, in epilogue);
                break;
            case 2:
                if (fours > 0)
                    Pixels4x2<S, V, E>(in region, 0, 1, 0, fours, in epilogue);
                if (pixels > fours)
                    Pixels1x2<S, V, E>(in region, 0, 1, fours, pixels, in epilogue);
                break;
            default:
                if (fours > 0)
                    Pixels4x1<S, V, E>(in region, 0, 1, 0, fours, in epilogue);
                if (pixels > fours)
                    Pixels1x1<S, V, E>(in region, 0, 1, fours, pixels, in epilogue);
                break;
        }
    }

    /// <summary>Covers a line of windows of a max-pool of 2×2.</summary>
    public static void FillPooled<S, V, E>(scoped in ConvolutionRegion region, int channels, ref float argmax, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (Unsafe.IsNullRef(ref argmax))
            FillPooled<S, V, E, WithoutArgmax>(in region, channels, ref argmax, in epilogue);
        else
            FillPooled<S, V, E, WithArgmax>(in region, channels, ref argmax, in epilogue);
    }

    private static void FillPooled<S, V, E, TArgmax>(
        scoped in ConvolutionRegion region, int channels, ref float argmax, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TArgmax : struct
    {
        switch (channels)
        {
            case 6:
                Windows1x6<S, V, E, TArgmax>(in region, 0, 1, 0, region.Pixels, ref argmax, in epilogue);
                break;
            case 4:
                Windows1x4<S, V, E, TArgmax>(in region, 0, 1, 0, region.Pixels, ref argmax, in epilogue);
                break;
            case 2:
                Windows1x2<S, V, E, TArgmax>(in region, 0, 1, 0, region.Pixels, ref argmax, in epilogue);
                break;
            default:
                Windows1x1<S, V, E, TArgmax>(in region, 0, 1, 0, region.Pixels, ref argmax, in epilogue);
                break;
        }
    }
}
