using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Reads tiles of images and transforms them into the elements at which Winograd's algorithm multiplies: 36, or six of a line
/// (<see cref="WinogradLines"/>). A vector of channels stays in registers throughout.
/// </summary>
internal static class WinogradTiles
{
    /// <summary>Zeros that stand for a row of a tile beyond the image.</summary>
    public static int Zeros(int channels) => 6 * channels;

    /// <summary>Bᵀ·d·B, or Bᵀ·d, for the tiles [tile, tile + tiles) of the batch, d the pixels that each sees.</summary>
    public static void OfImage<S, V, TWindow, TLayout>(
        scoped in ImageBatch image, in TileGrid grid, int tile, int tiles, ref float zeros,
        ref float target, in TileLayout layout, bool wantsFirst = true, bool wantsLast = true)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where TLayout : struct, ITileLayout
    {
        // Vectors divide the channels: no lane reaches into the next pixel.
        if (image.Channels % S.Lanes == 0)
        {
            Tiles<S, V, ImageTile<S, V>, TWindow, TLayout>(
                in image, in grid, tile, tiles, ref zeros, ref target, in layout, wantsFirst, wantsLast);
            return;
        }

        var narrower = new NarrowerImage<TWindow, TLayout>(
            S.Lanes, image, in grid, tile, tiles, ref zeros, ref target, in layout, wantsFirst, wantsLast);
        VectorWidth.Visit(ref narrower);
    }

    /// <summary>A·dY·Aᵀ, or A·dY, for the tiles [tile, tile + tiles) of the batch, dY the gradients of each one's outputs.</summary>
    public static void OfGradient<S, V, TWindow, TLayout>(
        scoped in ImageBatch gradient, in TileGrid grid, int tile, int tiles, ref float zeros,
        ref float target, in TileLayout layout, bool wantsFirst, bool wantsLast)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where TLayout : struct, ITileLayout =>
        Tiles<S, V, GradientTile<S, V, TWindow>, TWindow, TLayout>(
            in gradient, in grid, tile, tiles, ref zeros, ref target, in layout, wantsFirst, wantsLast);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tiles<S, V, T, TWindow, TLayout>(
        scoped in ImageBatch image, in TileGrid grid, int tile, int tiles, ref float zeros,
        ref float target, in TileLayout layout, bool wantsFirst, bool wantsLast)
        where S : ISimd<V>
        where V : struct
        where T : struct, ITileTransform<V>
        where TWindow : struct, IWinogradWindow
        where TLayout : struct, ITileLayout
    {
        if (TWindow.IsLine)
            WinogradLines.Transform<S, V, T, TLayout>(in image, in grid, tile, tiles, ref target, in layout, wantsFirst, wantsLast);
        else
            Rows<S, V, T, TLayout>(in image, in grid, tile, tiles, ref zeros, ref target, in layout, wantsFirst, wantsLast);
    }

    /// <summary>Row by row of tiles, tiles inside the image together.</summary>
    private static void Rows<S, V, T, TLayout>(
        scoped in ImageBatch image, in TileGrid grid, int tile, int tiles, ref float zeros,
        ref float target, in TileLayout layout, bool wantsFirst, bool wantsLast)
        where S : ISimd<V>
        where V : struct
        where T : struct, ITileTransform<V>
        where TLayout : struct, ITileLayout
    {
        int sample = tile / grid.Count, row = (tile - (sample * grid.Count)) / grid.Columns;
        int column = tile - (sample * grid.Count) - (row * grid.Columns);
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

            var tilesOfRow = new TileRun(ref Unsafe.Add(ref image.First, (nint)sample * image.SampleStride), ref zeros, ref target)
            {
                Height = image.Height, RowStride = (nint)image.Width * image.Channels, Channels = image.Channels,
                Y = grid.Y(row) - image.Top, X = x, Step = grid.Tile, Tiles = run, WantsFirst = wantsFirst, WantsLast = wantsLast,
            };
            if (first == 0 && end == T.Pixels)
                Run<S, V, T, AllColumns, TLayout>(in tilesOfRow, in layout, default);
            else if (first == 1 && end == T.Pixels)
                Run<S, V, T, ColumnsFromSecond, TLayout>(in tilesOfRow, in layout, default);
            else if (first == 0 && end == 5)
                Run<S, V, T, ColumnsBeforeLast, TLayout>(in tilesOfRow, in layout, default);
            else
                Run<S, V, T, SomeColumns, TLayout>(in tilesOfRow, in layout, new(first, end));

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

    /// <summary>
    /// Computes the elements in two halves of three rows. A half fits in 32 registers, and reading the pixels twice costs less than writing
    /// what lies between the columns' transform and the rows'.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Run<S, V, T, TColumns, TLayout>(scoped in TileRun run, in TileLayout layout, TColumns columns)
        where S : ISimd<V>
        where V : struct
        where T : struct, ITileTransform<V>
        where TColumns : struct, ITileColumns
        where TLayout : struct, ITileLayout
    {
        nint stride = run.Channels, elementStride = TLayout.Lanes == 0 ? stride : layout.Element;
        nint nextChannels = layout.Channels - TLayout.Lanes;
        ref float target = ref run.Target;
        int x = run.X + columns.First;
        for (int tile = 0; tile < run.Tiles; tile++)
        {
            nint at = x * stride;
            ref float line0 = ref run.Line(0, at);
            ref float line1 = ref run.Line(1, at);
            ref float line2 = ref run.Line(2, at);
            ref float line3 = ref run.Line(3, at);
            ref float line4 = ref run.Line(4, at);
            ref float line5 = ref run.Line(5, at);
            run.PrefetchBelow(T.Pixels, at);
            ref float elements = ref target;
            for (nint channel = 0; channel < stride; channel += S.Lanes)
            {
                if (run.WantsFirst)
                    Half<S, V, T, TColumns>(
                        0, columns, channel, stride, ref line0, ref line1, ref line2, ref line3, ref line4, ref line5,
                        ref elements, elementStride);
                if (run.WantsLast)
                    Half<S, V, T, TColumns>(
                        1, columns, channel, stride, ref line0, ref line1, ref line2, ref line3, ref line4, ref line5,
                        ref Unsafe.Add(ref elements, 18 * elementStride), elementStride);
                elements = ref Unsafe.Add(ref elements, S.Lanes);
                if (TLayout.Lanes == 16 && ((channel + S.Lanes) & 15) == 0)
                    elements = ref Unsafe.Add(ref elements, nextChannels);
            }

            x += run.Step;
            target = ref Unsafe.Add(ref target, layout.Tile);
        }
    }

    /// <summary>Three rows of elements: each column of the tile, then each row of what comes of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Half<S, V, T, TColumns>(
        int half, TColumns columns, nint channel, nint stride,
        ref float line0, ref float line1, ref float line2, ref float line3, ref float line4, ref float line5,
        ref float elements, nint elementStride)
        where S : ISimd<V>
        where V : struct
        where T : struct, ITileTransform<V>
        where TColumns : struct, ITileColumns
    {
        Column<S, V, T, TColumns>(
            half, 0, columns, channel, stride,
            ref line0, ref line1, ref line2, ref line3, ref line4, ref line5, out V a0, out V b0, out V c0);
        Column<S, V, T, TColumns>(
            half, 1, columns, channel, stride,
            ref line0, ref line1, ref line2, ref line3, ref line4, ref line5, out V a1, out V b1, out V c1);
        Column<S, V, T, TColumns>(
            half, 2, columns, channel, stride,
            ref line0, ref line1, ref line2, ref line3, ref line4, ref line5, out V a2, out V b2, out V c2);
        Column<S, V, T, TColumns>(
            half, 3, columns, channel, stride,
            ref line0, ref line1, ref line2, ref line3, ref line4, ref line5, out V a3, out V b3, out V c3);
        Column<S, V, T, TColumns>(
            half, 4, columns, channel, stride,
            ref line0, ref line1, ref line2, ref line3, ref line4, ref line5, out V a4, out V b4, out V c4);
        Column<S, V, T, TColumns>(
            half, 5, columns, channel, stride,
            ref line0, ref line1, ref line2, ref line3, ref line4, ref line5, out V a5, out V b5, out V c5);
        Row<S, V, T>(a0, a1, a2, a3, a4, a5, ref elements, elementStride);
        Row<S, V, T>(b0, b1, b2, b3, b4, b5, ref Unsafe.Add(ref elements, 6 * elementStride), elementStride);
        Row<S, V, T>(c0, c1, c2, c3, c4, c5, ref Unsafe.Add(ref elements, 12 * elementStride), elementStride);
    }

    /// <summary>A column of pixels, to three elements of that column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Column<S, V, T, TColumns>(
        int half, int column, TColumns columns, nint channel, nint stride,
        ref float line0, ref float line1, ref float line2, ref float line3, ref float line4, ref float line5, out V a, out V b, out V c)
        where S : ISimd<V>
        where V : struct
        where T : struct, ITileTransform<V>
        where TColumns : struct, ITileColumns
    {
        if (column >= T.Pixels || column < columns.First || column >= columns.End)
        {
            a = b = c = S.Zero;
            return;
        }

        nint at = channel + ((column - columns.First) * stride);
        V d0 = S.Load(ref Unsafe.Add(ref line0, at)), d1 = S.Load(ref Unsafe.Add(ref line1, at));
        V d2 = T.Pixels > 2 ? S.Load(ref Unsafe.Add(ref line2, at)) : S.Zero;
        V d3 = T.Pixels > 3 ? S.Load(ref Unsafe.Add(ref line3, at)) : S.Zero;
        V d4 = T.Pixels > 4 ? S.Load(ref Unsafe.Add(ref line4, at)) : S.Zero;
        V d5 = T.Pixels > 5 ? S.Load(ref Unsafe.Add(ref line5, at)) : S.Zero;
        if (half == 0)
            T.First(d0, d1, d2, d3, d4, d5, out a, out b, out c);
        else
            T.Last(d0, d1, d2, d3, d4, d5, out a, out b, out c);
    }

    /// <summary>A row of elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Row<S, V, T>(V d0, V d1, V d2, V d3, V d4, V d5, ref float elements, nint stride)
        where S : ISimd<V>
        where V : struct
        where T : struct, ITileTransform<V>
    {
        T.First(d0, d1, d2, d3, d4, d5, out V t0, out V t1, out V t2);
        S.Store(t0, ref elements);
        S.Store(t1, ref Unsafe.Add(ref elements, stride));
        S.Store(t2, ref Unsafe.Add(ref elements, 2 * stride));
        T.Last(d0, d1, d2, d3, d4, d5, out V t3, out V t4, out V t5);
        S.Store(t3, ref Unsafe.Add(ref elements, 3 * stride));
        S.Store(t4, ref Unsafe.Add(ref elements, 4 * stride));
        S.Store(t5, ref Unsafe.Add(ref elements, 5 * stride));
    }

    /// <summary>Tiles of an image at the widest vectors below some lanes that divide the channels.</summary>
    private readonly ref struct NarrowerImage<TWindow, TLayout>(
        int lanes, ImageBatch image, in TileGrid grid, int tile, int tiles, ref float zeros,
        ref float target, in TileLayout layout, bool wantsFirst, bool wantsLast) : IWidthVisitor
        where TWindow : struct, IWinogradWindow
        where TLayout : struct, ITileLayout
    {
        private readonly ImageBatch image = image;
        private readonly ref readonly TileGrid grid = ref grid;
        private readonly ref readonly TileLayout layout = ref layout;
        private readonly ref float zeros = ref zeros, target = ref target;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Visit<S, V>()
            where S : ISimd<V>
            where V : struct
        {
            if (S.Lanes >= lanes || image.Channels % S.Lanes != 0)
                return false;
            Tiles<S, V, ImageTile<S, V>, TWindow, TLayout>(
                in image, in grid, tile, tiles, ref zeros, ref target, in layout, wantsFirst, wantsLast);
            return true;
        }
    }
}
