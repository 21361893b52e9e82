using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// Reads tiles of images and transforms them into the elements at which Winograd's algorithm multiplies: 36, or six of a line
/// (<see cref="WinogradLines"/>). A vector of channels stays in registers throughout.
/// </summary>
internal static class WinogradTiles
{
    /// <summary>Pixels of a line of a tile, at most.</summary>
    private const int Line = 6;

    /// <summary>
    /// Floats that the transform has for itself: zeros that stand for a row of a tile beyond the image, and a tile with columns beyond it.
    /// </summary>
    public static int ScratchSize(int channels) =>
        (((Line + (Line * Line)) * channels) + AlignedBlock.FloatsPerLine - 1) & -AlignedBlock.FloatsPerLine;

    /// <summary>Bᵀ·d·B, or Bᵀ·d, for the tiles [tile, tile + tiles) of the batch, d the pixels that each sees.</summary>
    /// <param name="prefetches">Whether to prefetch the tiles below.</param>
    /// <param name="wantsFirst">Whether the first three rows of elements are wanted.</param>
    /// <param name="wantsLast">Whether the last three are.</param>
    public static void OfImage<S, V, TWindow, TLayout>(
        scoped in ImageBatch image, in TileGrid grid, int tile, int tiles, ref float scratch,
        ref float target, in TileLayout layout, bool prefetches, bool wantsFirst = true, bool wantsLast = true)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where TLayout : struct, ITileLayout
    {
        // Vectors divide the channels: no lane reaches into the next pixel.
        if (image.Channels % S.Lanes == 0)
        {
            Tiles<S, V, ImageTile<S, V>, TWindow, TLayout>(
                in image, in grid, tile, tiles, ref scratch, ref target, in layout, prefetches, wantsFirst, wantsLast);
            return;
        }

        var narrower = new NarrowerImage<TWindow, TLayout>(
            S.Lanes, image, in grid, tile, tiles, ref scratch, ref target, in layout, prefetches, wantsFirst, wantsLast);
        VectorWidth.Visit(ref narrower);
    }

    /// <summary>A·dY·Aᵀ, or A·dY, for the tiles [tile, tile + tiles) of the batch, dY the gradients of each one's outputs.</summary>
    public static void OfGradient<S, V, TWindow, TLayout>(
        scoped in ImageBatch gradient, in TileGrid grid, int tile, int tiles, ref float scratch,
        ref float target, in TileLayout layout, bool wantsFirst, bool wantsLast)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where TLayout : struct, ITileLayout =>
        Tiles<S, V, GradientTile<S, V, TWindow>, TWindow, TLayout>(
            in gradient, in grid, tile, tiles, ref scratch, ref target, in layout, prefetches: true, wantsFirst, wantsLast);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tiles<S, V, T, TWindow, TLayout>(
        scoped in ImageBatch image, in TileGrid grid, int tile, int tiles, ref float scratch,
        ref float target, in TileLayout layout, bool prefetches, bool wantsFirst, bool wantsLast)
        where S : ISimd<V>
        where V : struct
        where T : struct, ITileTransform<V>
        where TWindow : struct, IWinogradWindow
        where TLayout : struct, ITileLayout
    {
        if (TWindow.IsLine)
            WinogradLines.Transform<S, V, T, TLayout>(
                in image, in grid, tile, tiles, ref scratch, ref target, in layout, wantsFirst, wantsLast);
        else
            Rows<S, V, T, TLayout>(
                in image, in grid, tile, tiles, ref scratch, ref target, in layout, prefetches, wantsFirst, wantsLast);
    }

    /// <summary>Row by row of tiles, tiles inside the image together.</summary>
    private static void Rows<S, V, T, TLayout>(
        scoped in ImageBatch image, in TileGrid grid, int tile, int tiles, ref float scratch,
        ref float target, in TileLayout layout, bool prefetches, bool wantsFirst, bool wantsLast)
        where S : ISimd<V>
        where V : struct
        where T : struct, ITileTransform<V>
        where TLayout : struct, ITileLayout
    {
        int sample = tile / grid.Count, row = (tile - (sample * grid.Count)) / grid.Columns;
        int column = tile - (sample * grid.Count) - (row * grid.Columns);
        MemoryMarshal.CreateSpan(ref scratch, Line * image.Channels).Clear();
        while (tiles > 0)
        {
            int x = grid.X(column) - image.Left, first = Math.Max(0, -x), end = Math.Min(T.Pixels, image.Width - x), run = 1;
            if (first == 0 && end == T.Pixels)
            {
                // A tile that begins earlier than a step behind the one before is a run of its own.
                int inside = Math.Min(grid.Columns - column, tiles);
                while (run < inside && grid.X(column + run) == grid.X(column) + (run * grid.Tile)
                    && grid.X(column + run) - image.Left + T.Pixels <= image.Width)
                {
                    run++;
                }
            }

            var tilesOfRow = new TileRun(ref Unsafe.Add(ref image.First, (nint)sample * image.SampleStride), ref scratch, ref target)
            {
                Height = image.Height, RowStride = (nint)image.Width * image.Channels, Channels = image.Channels,
                Y = grid.Y(row) - image.Top, X = x, Step = grid.Tile, Tiles = run, WantsFirst = wantsFirst, WantsLast = wantsLast,
                Prefetches = prefetches,
            };
            if (first == 0 && end == T.Pixels)
            {
                Run<S, V, T, TLayout>(in tilesOfRow, in layout);
            }
            else
            {
                ref float copy = ref Unsafe.Add(ref scratch, Line * image.Channels);
                if (prefetches)
                    tilesOfRow.PrefetchBelow(T.Pixels, (x + first) * (nint)image.Channels);
                Copy<S, V>(in tilesOfRow, first, end, T.Pixels, ref copy);
                var copied = new TileRun(ref copy, ref scratch, ref target)
                {
                    Height = T.Pixels, RowStride = (nint)T.Pixels * image.Channels, Channels = image.Channels,
                    Tiles = 1, WantsFirst = wantsFirst, WantsLast = wantsLast,
                };
                Run<S, V, T, TLayout>(in copied, in layout);
            }

            target = ref Unsafe.Add(ref target, (nint)run * layout.Tile);
            tiles -= run;
            column += run;
            if (column == grid.Columns)
            {
                column = 0;
                if (++row == grid.Rows)
                    (row, sample) = (0, sample + 1);
            }
        }
    }

    /// <summary>Copies a tile with columns beyond the image, and with zeros for them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Copy<S, V>(scoped in TileRun tile, int first, int end, int pixels, ref float copy)
        where S : ISimd<V>
        where V : struct
    {
        int channels = tile.Channels, length = pixels * channels;
        nint corner = (tile.X + first) * (nint)channels;
        for (int row = 0; row < pixels; row++)
        {
            CopyLine<S, V>(ref tile.Line(row, corner), first * channels, end * channels, length, ref copy);
            copy = ref Unsafe.Add(ref copy, length);
        }
    }

    /// <summary>Copies a line of which the floats [first, end) are in the image, with zeros for the others.</summary>
    /// <param name="line">The first float in the image.</param>
    /// <param name="length">Floats of the line.</param>
    /// <param name="copy">Gets the line.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyLine<S, V>(ref float line, int first, int end, int length, ref float copy)
        where S : ISimd<V>
        where V : struct
    {
        int at = 0;
        for (; at < first; at += S.Lanes)
            S.Store(S.Zero, ref Unsafe.Add(ref copy, at));
        for (; at < end; at += S.Lanes)
            S.Store(S.Load(ref Unsafe.Add(ref line, at - first)), ref Unsafe.Add(ref copy, at));
        for (; at < length; at += S.Lanes)
            S.Store(S.Zero, ref Unsafe.Add(ref copy, at));
    }

    /// <summary>
    /// Computes the elements in two halves of three rows: each column of the tile, then each row of what comes of them. A half fits in 32
    /// registers, and reading the pixels twice costs less than writing what lies between the two.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Run<S, V, T, TLayout>(scoped in TileRun run, in TileLayout layout)
        where S : ISimd<V>
        where V : struct
        where T : struct, ITileTransform<V>
        where TLayout : struct, ITileLayout
    {
        nint stride = run.Channels, elementStride = TLayout.Lanes == 0 ? stride : layout.Element;
        nint nextChannels = layout.Channels - TLayout.Lanes;
        ref float target = ref run.Target;
        nint corner = run.X * stride;
        for (int tile = 0; tile < run.Tiles; tile++)
        {
            ref float line0 = ref run.Line(0, corner);
            ref float line1 = ref run.Line(1, corner);
            ref float line2 = ref run.Line(2, corner);
            ref float line3 = ref run.Line(3, corner);
            ref float line4 = ref run.Line(4, corner);
            ref float line5 = ref run.Line(5, corner);
            if (run.Prefetches)
                run.PrefetchBelow(T.Pixels, corner);
            ref float elements = ref target;
            for (nint channel = 0; channel < stride; channel += S.Lanes)
            {
                if (run.WantsFirst)
                {
                    T.FirstOfColumn(
                        0, ref line0, ref line1, ref line2, ref line3, ref line4, ref line5, channel,
                        out V a0, out V b0, out V c0);
                    T.FirstOfColumn(
                        1, ref line0, ref line1, ref line2, ref line3, ref line4, ref line5, channel + stride,
                        out V a1, out V b1, out V c1);
                    T.FirstOfColumn(
                        2, ref line0, ref line1, ref line2, ref line3, ref line4, ref line5, channel + (2 * stride),
                        out V a2, out V b2, out V c2);
                    T.FirstOfColumn(
                        3, ref line0, ref line1, ref line2, ref line3, ref line4, ref line5, channel + (3 * stride),
                        out V a3, out V b3, out V c3);
                    T.FirstOfColumn(
                        4, ref line0, ref line1, ref line2, ref line3, ref line4, ref line5, channel + (4 * stride),
                        out V a4, out V b4, out V c4);
                    T.FirstOfColumn(
                        5, ref line0, ref line1, ref line2, ref line3, ref line4, ref line5, channel + (5 * stride),
                        out V a5, out V b5, out V c5);
                    Row<S, V, T>(a0, a1, a2, a3, a4, a5, ref elements, elementStride);
                    Row<S, V, T>(b0, b1, b2, b3, b4, b5, ref Unsafe.Add(ref elements, 6 * elementStride), elementStride);
                    Row<S, V, T>(c0, c1, c2, c3, c4, c5, ref Unsafe.Add(ref elements, 12 * elementStride), elementStride);
                }

                if (run.WantsLast)
                {
                    T.LastOfColumn(
                        0, ref line0, ref line1, ref line2, ref line3, ref line4, ref line5, channel,
                        out V a0, out V b0, out V c0);
                    T.LastOfColumn(
                        1, ref line0, ref line1, ref line2, ref line3, ref line4, ref line5, channel + stride,
                        out V a1, out V b1, out V c1);
                    T.LastOfColumn(
                        2, ref line0, ref line1, ref line2, ref line3, ref line4, ref line5, channel + (2 * stride),
                        out V a2, out V b2, out V c2);
                    T.LastOfColumn(
                        3, ref line0, ref line1, ref line2, ref line3, ref line4, ref line5, channel + (3 * stride),
                        out V a3, out V b3, out V c3);
                    T.LastOfColumn(
                        4, ref line0, ref line1, ref line2, ref line3, ref line4, ref line5, channel + (4 * stride),
                        out V a4, out V b4, out V c4);
                    T.LastOfColumn(
                        5, ref line0, ref line1, ref line2, ref line3, ref line4, ref line5, channel + (5 * stride),
                        out V a5, out V b5, out V c5);
                    Row<S, V, T>(a0, a1, a2, a3, a4, a5, ref Unsafe.Add(ref elements, 18 * elementStride), elementStride);
                    Row<S, V, T>(b0, b1, b2, b3, b4, b5, ref Unsafe.Add(ref elements, 24 * elementStride), elementStride);
                    Row<S, V, T>(c0, c1, c2, c3, c4, c5, ref Unsafe.Add(ref elements, 30 * elementStride), elementStride);
                }

                elements = ref Unsafe.Add(ref elements, S.Lanes);
                if (TLayout.Lanes == 16 && ((channel + S.Lanes) & 15) == 0)
                    elements = ref Unsafe.Add(ref elements, nextChannels);
            }

            corner += run.Step * stride;
            target = ref Unsafe.Add(ref target, layout.Tile);
        }
    }

    /// <summary>A row of elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Row<S, V, T>(V d0, V d1, V d2, V d3, V d4, V d5, ref float elements, nint stride)
        where S : ISimd<V>
        where V : struct
        where T : struct, ITileTransform<V>
    {
        T.First(d0, d1, d2, d3, d4, d5, out V t0, out V t1, out V t2);
        Unsafe.As<float, V>(ref elements) = t0;
        Unsafe.As<float, V>(ref Unsafe.Add(ref elements, stride)) = t1;
        Unsafe.As<float, V>(ref Unsafe.Add(ref elements, 2 * stride)) = t2;
        T.Last(d0, d1, d2, d3, d4, d5, out V t3, out V t4, out V t5);
        Unsafe.As<float, V>(ref Unsafe.Add(ref elements, 3 * stride)) = t3;
        Unsafe.As<float, V>(ref Unsafe.Add(ref elements, 4 * stride)) = t4;
        Unsafe.As<float, V>(ref Unsafe.Add(ref elements, 5 * stride)) = t5;
    }

    /// <summary>Tiles of an image at the widest vectors below some lanes that divide the channels.</summary>
    private readonly ref struct NarrowerImage<TWindow, TLayout>(
        int lanes, ImageBatch image, in TileGrid grid, int tile, int tiles, ref float scratch,
        ref float target, in TileLayout layout, bool prefetches, bool wantsFirst, bool wantsLast) : IWidthVisitor
        where TWindow : struct, IWinogradWindow
        where TLayout : struct, ITileLayout
    {
        private readonly ImageBatch image = image;
        private readonly ref readonly TileGrid grid = ref grid;
        private readonly ref readonly TileLayout layout = ref layout;
        private readonly ref float scratch = ref scratch, target = ref target;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Visit<S, V>()
            where S : ISimd<V>
            where V : struct
        {
            if (S.Lanes >= lanes || image.Channels % S.Lanes != 0)
                return false;
            Tiles<S, V, ImageTile<S, V>, TWindow, TLayout>(
                in image, in grid, tile, tiles, ref scratch, ref target, in layout, prefetches, wantsFirst, wantsLast);
            return true;
        }
    }
}
