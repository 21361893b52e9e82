using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Gradients of the transformed weight of a convolution by Winograd's algorithm, written once for all vector widths and windows.
/// </summary>
/// <remarks>
/// The samples may be divided into blocks with sums of their own, which are added when the gradient of the weight is made of them. One
/// thread sums each element of a block over its tiles in their order. More than 2048 tiles are summed in parts of 512.
/// </remarks>
[CLSCompliant(false)]
public static class WinogradGradients
{
    /// <summary>Rows of elements of a transformed tile.</summary>
    private const int Rows = 6;

    /// <summary>Of more tiles, sums of some hundred are made apart, and added then: each number is rounded less often.</summary>
    private const int LongestPlain = 2048;

    /// <summary>Tiles of such a sum.</summary>
    private const int TilesOfPart = 512;

    /// <summary>
    /// Computes gradient[block, element, k, column] = Σ over the block's tiles of (Bᵀ·d·B)[element, k] · (A·dY·Aᵀ)[element, column] for the
    /// rows of elements [begin, end). Here d is the pixels that a tile sees, and dY the gradients of its outputs.
    /// </summary>
    /// <typeparam name="S">The vector width; its lanes divide the channels of <paramref name="outputGradient"/>.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="TWindow">The window, r×r or 1×r.</typeparam>
    /// <param name="image">What was convolved.</param>
    /// <param name="inputs">Its channels, without padding.</param>
    /// <param name="outputGradient">The gradient of the result.</param>
    /// <param name="columns">Its channels, without padding.</param>
    /// <param name="gradient">
    /// The first float of the gradient, [blocks, 6, 6, inputs, channels of the output in memory]; of a line [blocks, 6, inputs, channels].
    /// </param>
    /// <param name="samples">Images in the batch.</param>
    /// <param name="blocks">Into how many blocks they are divided, each of one image at least.</param>
    /// <param name="tilesOfBlock">How many tiles are transformed, and multiplied then.</param>
    /// <param name="rowsAtOnce">
    /// Rows of elements that go through the whole batch together: six, or three where the sums of six do not stay in L2.
    /// </param>
    /// <param name="begin">The first row of elements, of six in each block; of a line each element is a row.</param>
    /// <param name="end">The row of elements after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void OfConvolution<S, V, TWindow>(
        scoped in ImageBatch image, int inputs, scoped in ImageBatch outputGradient, int columns, ref float gradient,
        int samples, int blocks, int tilesOfBlock, int rowsAtOnce, int begin, int end)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
    {
        int outputs = outputGradient.Channels, elements = TWindow.Elements, elementsOfRow = elements / Rows;
        var grid = new TileGrid(outputGradient.Height, outputGradient.Width, TWindow.TileHeight, TWindow.Tile, overlaps: false);
        int matrix = inputs * outputs, mostTiles = (samples + blocks - 1) / blocks * grid.Count;
        int ownSums = mostTiles > LongestPlain ? Math.Min(end - begin, rowsAtOnce) * elementsOfRow * matrix : 0;
        int tileFloats = tilesOfBlock * elements * (image.Channels + outputs), mostChannels = Math.Max(image.Channels, outputs);
        ref float pixels = ref ThreadScratch.Floats(tileFloats + WinogradTiles.ScratchSize(mostChannels) + ownSums);
        ref float sumsOfPart = ref Unsafe.Add(ref pixels, tileFloats + WinogradTiles.ScratchSize(mostChannels));
        ref float gradients = ref Unsafe.Add(ref pixels, tilesOfBlock * elements * image.Channels);
        ref float scratch = ref Unsafe.Add(ref gradients, tilesOfBlock * elements * outputs);

        TileLayout layoutOfPixels = TileLayout.ByTile(image.Channels, elements), layoutOfGradients = TileLayout.ByTile(outputs, elements);
        for (int item = begin, row, next; item < end; item += next - row)
        {
            (int block, row) = Math.DivRem(item, Rows);
            next = Math.Min(Math.Min(Rows, row + end - item), (row / rowsAtOnce * rowsAtOnce) + rowsAtOnce);
            int start = (int)((long)samples * block / blocks) * grid.Count, last = (int)((long)samples * (block + 1) / blocks) * grid.Count;
            bool isLong = last - start > LongestPlain;
            ref float result = ref Unsafe.Add(ref gradient, (nint)item * elementsOfRow * matrix);
            ref float sums = ref isLong ? ref sumsOfPart : ref result;
            int count = (next - row) * elementsOfRow * matrix;
            for (int tile = start, first = start, tiles; tile < last; tile += tiles)
            {
                tiles = Math.Min(tilesOfBlock, last - tile);

                // Reads two images of a whole batch, and waits for both, on AMD's processors too.
                WinogradTiles.OfImage<S, V, TWindow, ByTile>(
                    in image, in grid, tile, tiles, ref scratch, ref pixels, in layoutOfPixels, prefetches: true, row < 3, next > 3);
                WinogradTiles.OfGradient<S, V, TWindow, ByTile>(
                    in outputGradient, in grid, tile, tiles, ref scratch, ref gradients, in layoutOfGradients, row < 3, next > 3);
                for (int element = row * elementsOfRow; element < next * elementsOfRow; element++)
                    WeightGradients.OfProduct<S, V>(
                        ref Unsafe.Add(ref pixels, element * image.Channels), elements * image.Channels,
                        ref Unsafe.Add(ref gradients, element * outputs), elements * outputs,
                        ref Unsafe.Add(ref sums, (nint)(element - (row * elementsOfRow)) * matrix), outputs,
                        columns, tiles, 0, inputs, adds: tile > first);
                if (isLong && (tile + tiles - first >= TilesOfPart || tile + tiles == last))
                {
                    AddPart<S, V>(ref sums, ref result, count, isFirst: first == start);
                    first = tile + tiles;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void AddPart<S, V>(ref float part, ref float sums, int count, bool isFirst)
        where S : ISimd<V>
        where V : struct
    {
        for (int i = 0; i < count; i += S.Lanes)
        {
            V sum = S.Load(ref Unsafe.Add(ref part, i));
            S.Store(isFirst ? sum : S.Add(S.Load(ref Unsafe.Add(ref sums, i)), sum), ref Unsafe.Add(ref sums, i));
        }
    }
}
