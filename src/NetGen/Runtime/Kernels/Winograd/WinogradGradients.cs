using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Gradients of the transformed weight of a convolution by Winograd's algorithm, written once for all vector widths and windows.</summary>
/// <remarks>Each element is summed over the tiles of the batch in their order by one thread.</remarks>
[CLSCompliant(false)]
public static class WinogradGradients
{
    private const int Elements = 36;

    /// <summary>
    /// gradient[element, k, column] = Σ over tiles of (Bᵀ·d·B)[element, k] · (A·dY·Aᵀ)[element, column], d the pixels that a tile sees, dY the gradients
    /// of its outputs; for the rows of elements [begin, end).
    /// </summary>
    /// <typeparam name="S">The vector width; its lanes divide the channels of <paramref name="outputGradient"/>.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="TWindow">The window, r×r.</typeparam>
    /// <param name="image">What was convolved.</param>
    /// <param name="inputs">Its channels, without padding.</param>
    /// <param name="outputGradient">The gradient of the result.</param>
    /// <param name="columns">Its channels, without padding.</param>
    /// <param name="gradient">The first float of the gradient, [6, 6, inputs, channels of the output in memory].</param>
    /// <param name="samples">Images in the batch.</param>
    /// <param name="tilesOfBlock">How many tiles are transformed, and multiplied then.</param>
    /// <param name="rowsAtOnce">Rows of elements that go through the whole batch together: six, or three where the sums of six do not stay in L2.</param>
    /// <param name="begin">The first row of elements.</param>
    /// <param name="end">The row of elements after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void OfConvolution<S, V, TWindow>(
        scoped in ImageBatch image, int inputs, scoped in ImageBatch outputGradient, int columns, ref float gradient,
        int samples, int tilesOfBlock, int rowsAtOnce, int begin, int end)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
    {
        int outputs = outputGradient.Channels, zeroCount = WinogradTiles.Zeros(Math.Max(image.Channels, outputs));
        ref float pixels = ref ThreadScratch.Floats((tilesOfBlock * Elements * (image.Channels + outputs)) + zeroCount);
        ref float gradients = ref Unsafe.Add(ref pixels, tilesOfBlock * Elements * image.Channels);
        ref float zeros = ref Unsafe.Add(ref gradients, tilesOfBlock * Elements * outputs);
        for (int i = 0; i < zeroCount; i++)
            Unsafe.Add(ref zeros, i) = 0;

        var grid = new TileGrid(outputGradient.Height, outputGradient.Width, TWindow.Tile, overlaps: false);
        TileLayout layoutOfPixels = TileLayout.ByTile(image.Channels), layoutOfGradients = TileLayout.ByTile(outputs);
        int last = samples * grid.Count;
        for (int row = begin, next; row < end; row = next)
        {
            next = Math.Min(end, (row / rowsAtOnce * rowsAtOnce) + rowsAtOnce);
            for (int tile = 0; tile < last; tile += tilesOfBlock)
            {
                int tiles = Math.Min(tilesOfBlock, last - tile);
                WinogradTiles.OfImage<S, V, ByTile>(in image, in grid, tile, tiles, ref zeros, ref pixels, in layoutOfPixels, row < 3, next > 3);
                WinogradTiles.OfGradient<S, V, TWindow, ByTile>(in outputGradient, in grid, tile, tiles, ref zeros, ref gradients, in layoutOfGradients, row < 3, next > 3);
                for (int element = row * 6; element < next * 6; element++)
                    WeightGradients.OfProduct<S, V>(
                        ref Unsafe.Add(ref pixels, element * image.Channels), Elements * image.Channels,
                        ref Unsafe.Add(ref gradients, element * outputs), Elements * outputs,
                        ref Unsafe.Add(ref gradient, (nint)element * inputs * outputs), outputs, columns, tiles, 0, inputs, adds: tile > 0);
            }
        }
    }
}
