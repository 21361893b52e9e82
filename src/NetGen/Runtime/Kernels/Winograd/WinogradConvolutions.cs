using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Convolutions by Winograd's algorithm, written once for all vector widths, windows and epilogues.</summary>
/// <remarks>The README of this folder leads from the formula to the code.</remarks>
[CLSCompliant(false)]
public static class WinogradConvolutions
{
    /// <summary>From so many samples on, threads share samples rather than columns.</summary>
    private const int ManySamples = 4;

    private const int FloatsOfPage = 1024;

    /// <summary>Images of so many floats, with their results, lie in the L2 cache, where nothing needs to be prefetched.</summary>
    private const int FloatsOfL2 = 1 << 17;

    /// <summary>output = epilogue(image ∗ weight), for the work items [begin, end).</summary>
    /// <typeparam name="S">The vector width; its lanes divide the output's channels.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="TWindow">The window, r×r or 1×r.</typeparam>
    /// <typeparam name="E">What follows the sums. Its rows are the pixels of the batch.</typeparam>
    /// <param name="image">What is convolved.</param>
    /// <param name="inputs">Its channels, without padding.</param>
    /// <param name="weight">
    /// The first float of the transformed weight, [6, 6, inputs, channels of the output], or [6, inputs, channels of the output].
    /// </param>
    /// <param name="output">Gets the result.</param>
    /// <param name="tilesOfBlock">How many tiles go through the three steps at once, more or less.</param>
    /// <param name="parts">
    /// Work items of a sample: 1, or one for each row of tiles; where there is one row, parts of it. The last two rows, or tiles of a
    /// row, are one item where they have pixels in common.
    /// </param>
    /// <param name="begin">The first work item.</param>
    /// <param name="end">The work item after the last.</param>
    /// <param name="epilogue">What follows the sums.</param>
    public static void Convolve<S, V, TWindow, E>(
        scoped in ImageBatch image, int inputs, ref float weight, scoped in ImageBatch output,
        int tilesOfBlock, int parts, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where E : struct, IEpilogue<V>, allows ref struct =>
        ConvolveAndPool<S, V, TWindow, E>(
            in image, inputs, ref weight, 1, 1, in output, ref Unsafe.NullRef<float>(), tilesOfBlock, parts, begin, end, in epilogue);

    /// <summary>
    /// Computes the same for a prediction with a weight much larger than a sample, cut into parts of the output's columns: each thread
    /// reads a part of the weight. Item i is part i mod parts of sample i / parts. Where there are many samples, one belongs to the thread
    /// that has its first part.
    /// </summary>
    /// <param name="columnsOfPart">Columns of a part, whole panels. The last one may have fewer.</param>
    /// <param name="samples">Samples of all threads together: all go the same way.</param>
    /// <param name="begin">The first item.</param>
    /// <param name="end">The item after the last.</param>
    /// <inheritdoc cref="Convolve"/>
    public static void ConvolveColumns<S, V, TWindow, E>(
        scoped in ImageBatch image, int inputs, ref float weight, scoped in ImageBatch output,
        int tilesOfBlock, int columnsOfPart, int samples, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int parts = (output.Channels + columnsOfPart - 1) / columnsOfPart;
        if (samples >= ManySamples)
        {
            Convolve<S, V, TWindow, E>(
                in image, inputs, ref weight, in output, tilesOfBlock, 1,
                (begin + parts - 1) / parts, (end + parts - 1) / parts, in epilogue);
            return;
        }

        for (int item = begin, next; item < end; item = next)
        {
            int sample = item / parts, first = item - (sample * parts), last = Math.Min(parts, first + end - item);
            next = item + last - first;
            Columns<S, V, TWindow, E>(
                in image, inputs, ref weight, 1, 1, in output, ref Unsafe.NullRef<float>(), tilesOfBlock, 1, sample, sample + 1,
                first * columnsOfPart, Math.Min(output.Channels, last * columnsOfPart), in epilogue);
        }
    }

    /// <summary>output = epilogue(max-pool(image ∗ weight)).</summary>
    /// <param name="poolHeight">Rows of the pool's window, which divide a tile.</param>
    /// <param name="poolWidth">Columns of the pool's window, which divide a tile.</param>
    /// <param name="argmax">
    /// Gets, for each element of the result, the position of the maximum in its window, counted row by
    /// row. A null reference where no one needs it.
    /// </param>
    /// <inheritdoc cref="Convolve"/>
    public static void ConvolveAndPool<S, V, TWindow, E>(
        scoped in ImageBatch image, int inputs, ref float weight, int poolHeight, int poolWidth,
        scoped in ImageBatch output, ref float argmax,
        int tilesOfBlock, int parts, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where E : struct, IEpilogue<V>, allows ref struct =>
        Columns<S, V, TWindow, E>(
            in image, inputs, ref weight, poolHeight, poolWidth, in output, ref argmax, tilesOfBlock, parts,
            begin, end, 0, output.Channels, in epilogue);

    /// <summary>The columns [column, endColumn) of the output; a pool takes all.</summary>
    private static void Columns<S, V, TWindow, E>(
        scoped in ImageBatch image, int inputs, ref float weight, int poolHeight, int poolWidth,
        scoped in ImageBatch output, ref float argmax,
        int tilesOfBlock, int parts, int begin, int end, int column, int endColumn, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (image.Channels == ByElement8.Lanes)
            Blocks<S, V, TWindow, E, ByElement8>(
                in image, inputs, ref weight, poolHeight, poolWidth, in output, ref argmax, tilesOfBlock, parts,
                begin, end, column, endColumn, in epilogue);
        else
            Blocks<S, V, TWindow, E, ByElement16>(
                in image, inputs, ref weight, poolHeight, poolWidth, in output, ref argmax, tilesOfBlock, parts,
                begin, end, column, endColumn, in epilogue);
    }

    /// <summary>Block by block: transforms its tiles, multiplies them by the weight, and makes pixels of the products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Blocks<S, V, TWindow, E, TLayout>(
        scoped in ImageBatch image, int inputs, ref float weight, int poolHeight, int poolWidth,
        scoped in ImageBatch output, ref float argmax,
        int tilesOfBlock, int parts, int begin, int end, int column, int endColumn, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where E : struct, IEpilogue<V>, allows ref struct
        where TLayout : struct, ITileLayout
    {
        int columns = output.Channels, height = WinogradProducts.Tiles<S, V>(columns);
        int block = Math.Max(height, tilesOfBlock / height * height), room = WinogradProducts.Room(block);
        int pixels = poolHeight * poolWidth > 1 ? TWindow.Tile * TWindow.Tile * columns : 0;
        var layout = TileLayout.ByElement<TLayout>(image.Channels, room);

        // Starts half a page behind whole pages. The processor compares the last twelve bits of addresses, and a product that is stored
        // must not seem to overlap the pixels that are loaded next.
        int offset = (((TWindow.Elements * layout.Element) + FloatsOfPage - 1) / FloatsOfPage * FloatsOfPage) + (FloatsOfPage / 2);
        int productElement = (room * columns) + AlignedBlock.FloatsPerLine;
        ref float transformed = ref ThreadScratch.Floats(
            offset + (TWindow.Elements * productElement) + pixels + WinogradTiles.ScratchSize(image.Channels));
        ref float products = ref Unsafe.Add(ref transformed, offset);
        ref float tilePixels = ref Unsafe.Add(ref products, TWindow.Elements * productElement);
        ref float scratch = ref Unsafe.Add(ref tilePixels, pixels);

        var grid = new TileGrid(output.Height * poolHeight, output.Width * poolWidth, TWindow.TileHeight, TWindow.Tile, overlaps: true);
        int last = FirstTile(in grid, parts, end);
        bool isFar = (long)(((end - 1) / parts) + 1 - (begin / parts)) * (image.SampleStride + output.SampleStride) > FloatsOfL2;

        // AMD's processors find the rows of an image by themselves; to prefetch them takes a fifth of the transform of few channels.
        bool prefetchesImage = isFar && !Prefetch.IsAmd;
        for (int tile = FirstTile(in grid, parts, begin); tile < last; tile += block)
        {
            int tiles = Math.Min(block, last - tile);
            WinogradTiles.OfImage<S, V, TWindow, TLayout>(
                in image, in grid, tile, tiles, ref scratch, ref transformed, in layout, prefetchesImage);
            WinogradProducts.Multiply<S, V, TLayout>(
                ref transformed, in layout, ref weight, ref products, TWindow.Elements, productElement, inputs, columns,
                column, endColumn, tiles);
            if (poolHeight * poolWidth == 1)
                WinogradOutputs.Pixels<S, V, TWindow, E>(
                    in output, in grid, tile, tiles, ref products, productElement, columns, column, endColumn, isFar, in epilogue);
            else if (TWindow.Tile % 2 == 0 && poolHeight == 2 && poolWidth == 2)
                WinogradOutputs.PooledByTwo<S, V, TWindow, E>(
                    in output, ref argmax, in grid, tile, tiles, ref products, productElement, columns, isFar, in epilogue);
            else
                WinogradOutputs.Pooled<S, V, TWindow, E>(
                    in output, ref argmax, poolHeight, poolWidth, in grid, tile, tiles,
                    ref products, productElement, columns, ref tilePixels, in epilogue);
        }
    }

    /// <summary>The last part has the tiles that are left.</summary>
    private static int FirstTile(in TileGrid grid, int parts, int item)
    {
        int tilesOfPart = parts == 1 ? grid.Count : grid.Rows == 1 ? grid.Columns / parts : grid.Columns;
        return (item / parts * grid.Count) + (item % parts * tilesOfPart);
    }
}
