using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Scheduling;

/// <summary>The loops of the gradient of a weight that Winograd's algorithm multiplies by.</summary>
/// <param name="TilesOfBlock">Tiles that are transformed before their products are summed.</param>
/// <param name="RowsAtOnce">Rows of elements of the transformed tile that go through the batch together.</param>
internal sealed record WinogradGradientSchedule(int TilesOfBlock, int RowsAtOnce) : Schedule
{
    /// <summary>So many products are summed in registers before the sum in memory gets them.</summary>
    private const int MostTiles = 64;

    /// <summary>Floats of a block at most: it should stay in L2 beside the sums.</summary>
    private const int MostFloats = Caches.L2 / 2;

    /// <summary>Sums beyond which half of the elements go through all tiles, then the other half.</summary>
    private const int MostSums = 3 * Caches.L2 / 4;

    public static WinogradGradientSchedule Of(WinogradTransformedGradient gradient)
    {
        int channels = gradient.Operands[0].Shape.PaddedInner + gradient.Operands[1].Shape.PaddedInner;
        int elements = gradient.Size.Elements;
        bool isByHalves = elements * gradient.Shape[2] * gradient.Operands[1].Shape.PaddedInner > MostSums;
        int tiles = MostFloats / ((isByHalves ? elements / 2 : elements) * channels);
        return new(Math.Max(1, Math.Min(MostTiles, tiles)), isByHalves ? WinogradSize.Places / 2 : WinogradSize.Places);
    }
}
