using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Makes output pixels of the products of each tile, Aᵀ·m·A or Aᵀ·m, and pools them, while they are in registers.</summary>
internal static partial class WinogradOutputs
{
    /// <summary>
    /// The channels [firstChannel, endChannel) of the tiles [tile, tile + tiles) of the batch: each pixel goes through the epilogue and is
    /// stored.
    /// </summary>
    /// <param name="prefetches">Whether to prefetch what the tiles below write, and what their epilogue reads.</param>
    public static void Pixels<S, V, TWindow, E>(
        scoped in ImageBatch output, in TileGrid grid, int tile, int tiles,
        ref float products, nint elementStride, int stride, int firstChannel, int endChannel, bool prefetches, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (FitsTile<S, V, TWindow, E>())
        {
            Tiles<S, V, TWindow, E>(
                in output, in grid, tile, tiles, ref products, elementStride, stride, firstChannel, endChannel, prefetches, in epilogue);
            return;
        }

        for (int end = tile + tiles; tile < end; tile++)
        {
            Tiles<S, V, TWindow, Unchanged<V>>(
                in output, in grid, tile, 1, ref products, elementStride, stride, firstChannel, endChannel, prefetches, default);
            Finish<S, V, E>(in output, in grid, tile, TWindow.TileHeight, TWindow.Tile, 1, firstChannel, endChannel, in epilogue);
            products = ref Unsafe.Add(ref products, stride);
        }
    }

    /// <summary>
    /// Whether the JIT inlines the epilogue for each pixel of a tile. Operations on 4 floats ask whether the machine is WebAssembly, and
    /// take more of the JIT's locals for it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool FitsTile<S, V, TWindow, E>()
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where E : struct, IEpilogue<V>, allows ref struct =>
        !E.IsLong
        && (S.Lanes == 4 ? E.Operations + 1 : E.Operations) * TWindow.Tile * TWindow.TileHeight <= IEpilogue<V>.MostOfTile;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tiles<S, V, TWindow, E>(
        scoped in ImageBatch output, in TileGrid grid, int tile, int tiles,
        ref float products, nint elementStride, int stride, int firstChannel, int endChannel, bool prefetches, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (TWindow.IsLine)
            LinesInRegisters<S, V, TWindow, E>(
                in output, in grid, tile, tiles, ref products, elementStride, stride, firstChannel, endChannel, in epilogue);
        else
            PixelsInRegisters<S, V, TWindow, E>(
                in output, in grid, tile, tiles, ref products, elementStride, stride, firstChannel, endChannel, prefetches, in epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void PixelsInRegisters<S, V, TWindow, E>(
        scoped in ImageBatch output, in TileGrid grid, int tile, int tiles,
        ref float products, nint elementStride, int stride, int firstChannel, int endChannel, bool prefetches, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where E : struct, IEpilogue<V>, allows ref struct
    {
        nint pixel = output.Channels, width = output.Width, line = width * pixel;

        // From the first row of elements to the others: the JIT would multiply at each load.
        nint row1 = 6 * elementStride, row3 = 3 * row1, row4 = 4 * row1, row5 = 5 * row1;
        int side = TWindow.Tile;
        int sample = tile / grid.Count, row = (tile - (sample * grid.Count)) / grid.Columns;
        int column = tile - (sample * grid.Count) - (row * grid.Columns);
        for (; tiles > 0; tiles--)
        {
            nint corner = ((nint)grid.Y(row) * width) + grid.X(column);
            ref float target = ref Unsafe.Add(ref output.First, ((nint)sample * output.SampleStride) + (corner * pixel));
            corner += (nint)sample * output.Height * width;
            if (prefetches)
            {
                Prefetch.Rows(ref Unsafe.Add(ref target, side * line), side, (int)line, side * (int)pixel);
                epilogue.PrefetchBlock(corner + (side * width), side, (int)width, side);
            }

            for (nint channel = firstChannel; channel < endChannel; channel += S.Lanes)
            {
                ref float m = ref Unsafe.Add(ref products, channel);
                ref float y = ref Unsafe.Add(ref target, channel);

                // Aᵀ·m: each column.
                Column<S, V, TWindow>(ref m, row1, row3, row4, row5, out V a0, out V a1, out V a2, out V a3, out V a4);
                m = ref Unsafe.Add(ref m, elementStride);
                Column<S, V, TWindow>(ref m, row1, row3, row4, row5, out V b0, out V b1, out V b2, out V b3, out V b4);
                m = ref Unsafe.Add(ref m, elementStride);
                Column<S, V, TWindow>(ref m, row1, row3, row4, row5, out V c0, out V c1, out V c2, out V c3, out V c4);
                m = ref Unsafe.Add(ref m, elementStride);
                Column<S, V, TWindow>(ref m, row1, row3, row4, row5, out V d0, out V d1, out V d2, out V d3, out V d4);
                m = ref Unsafe.Add(ref m, elementStride);
                Column<S, V, TWindow>(ref m, row1, row3, row4, row5, out V e0, out V e1, out V e2, out V e3, out V e4);
                m = ref Unsafe.Add(ref m, elementStride);
                Column<S, V, TWindow>(ref m, row1, row3, row4, row5, out V f0, out V f1, out V f2, out V f3, out V f4);

                // (Aᵀ·m)·A: each row.
                Row<S, V, TWindow, E>(a0, b0, c0, d0, e0, f0, ref y, pixel, corner, channel, in epilogue);
                Row<S, V, TWindow, E>(a1, b1, c1, d1, e1, f1, ref Unsafe.Add(ref y, line), pixel, corner + width, channel, in epilogue);
                if (Unsafe.SizeOf<TWindow>() > 2)
                    Row<S, V, TWindow, E>(
                        a2, b2, c2, d2, e2, f2, ref Unsafe.Add(ref y, 2 * line), pixel, corner + (2 * width), channel, in epilogue);
                if (Unsafe.SizeOf<TWindow>() > 3)
                    Row<S, V, TWindow, E>(
                        a3, b3, c3, d3, e3, f3, ref Unsafe.Add(ref y, 3 * line), pixel, corner + (3 * width), channel, in epilogue);
                if (Unsafe.SizeOf<TWindow>() > 4)
                    Row<S, V, TWindow, E>(
                        a4, b4, c4, d4, e4, f4, ref Unsafe.Add(ref y, 4 * line), pixel, corner + (4 * width), channel, in epilogue);
            }

            products = ref Unsafe.Add(ref products, stride);
            if (++column == grid.Columns)
            {
                column = 0;
                if (++row == grid.Rows)
                    (row, sample) = (0, sample + 1);
            }
        }
    }

    /// <summary>
    /// Computes the same with a max-pool of 2×2 before the epilogue, and the index of each maximum in its window
    /// if <paramref name="argmax"/> is not null.
    /// </summary>
    public static void PooledByTwo<S, V, TWindow, E>(
        scoped in ImageBatch output, ref float argmax, in TileGrid grid, int tile, int tiles,
        ref float products, nint elementStride, int stride, bool prefetches, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (Unsafe.IsNullRef(ref argmax))
            PooledByTwo<S, V, TWindow, E, WithoutArgmax>(
                in output, ref argmax, in grid, tile, tiles, ref products, elementStride, stride, prefetches, in epilogue);
        else
            PooledByTwo<S, V, TWindow, E, WithArgmax>(
                in output, ref argmax, in grid, tile, tiles, ref products, elementStride, stride, prefetches, in epilogue);
    }

    private static void PooledByTwo<S, V, TWindow, E, TArgmax>(
        scoped in ImageBatch output, ref float argmax, in TileGrid grid, int tile, int tiles,
        ref float products, nint elementStride, int stride, bool prefetches, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where E : struct, IEpilogue<V>, allows ref struct
        where TArgmax : struct
    {
        if (!E.IsLong)
        {
            PooledInRegisters<S, V, TWindow, E, TArgmax>(
                in output, ref argmax, in grid, tile, tiles, ref products, elementStride, stride, prefetches, in epilogue);
            return;
        }

        for (int end = tile + tiles; tile < end; tile++)
        {
            PooledInRegisters<S, V, TWindow, Unchanged<V>, TArgmax>(
                in output, ref argmax, in grid, tile, 1, ref products, elementStride, stride, prefetches, default);
            Finish<S, V, E>(in output, in grid, tile, TWindow.Tile, TWindow.Tile, 2, 0, stride, in epilogue);
            products = ref Unsafe.Add(ref products, stride);
        }
    }

    /// <summary>
    /// An epilogue that is long, or has too many operations for a tile in registers: for the pixels of a tile, behind a pool of windows of
    /// <paramref name="pool"/> × <paramref name="pool"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Finish<S, V, E>(
        scoped in ImageBatch output, in TileGrid grid, int tile, int height, int width, int pool, int firstChannel, int endChannel,
        scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int sample = tile / grid.Count, index = tile - (sample * grid.Count);
        int top = grid.Y(index / grid.Columns) / pool, left = grid.X(index % grid.Columns) / pool;
        (height, width) = (height / pool, width / pool);
        E finish = epilogue;
        finish.PrefetchBlock(((((nint)sample * output.Height) + top + height) * output.Width) + left, height, output.Width, width);
        for (int row = top; row < top + height; row++)
            for (int column = left; column < left + width; column++)
            {
                nint pixel = ((nint)row * output.Width) + column;
                ref float results = ref Unsafe.Add(ref output.First, ((nint)sample * output.SampleStride) + (pixel * output.Channels));
                pixel += (nint)sample * output.Height * output.Width;
                for (nint channel = firstChannel; channel < endChannel; channel += S.Lanes)
                    S.Store(
                        finish.Apply(S.Load(ref Unsafe.Add(ref results, channel)), pixel, channel), ref Unsafe.Add(ref results, channel));
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void PooledInRegisters<S, V, TWindow, E, TArgmax>(
        scoped in ImageBatch output, ref float argmax, in TileGrid grid, int tile, int tiles,
        ref float products, nint elementStride, int stride, bool prefetches, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where E : struct, IEpilogue<V>, allows ref struct
        where TArgmax : struct
    {
        nint pixel = output.Channels, width = output.Width, line = width * pixel;

        // From the first row of elements to the others: the JIT would multiply at each load.
        nint row1 = 6 * elementStride, row3 = 3 * row1, row4 = 4 * row1, row5 = 5 * row1;
        int pooledSide = TWindow.Tile / 2;
        int sample = tile / grid.Count, row = (tile - (sample * grid.Count)) / grid.Columns;
        int column = tile - (sample * grid.Count) - (row * grid.Columns);
        for (; tiles > 0; tiles--)
        {
            nint corner = ((nint)(grid.Y(row) / 2) * width) + (grid.X(column) / 2);
            nint first = ((nint)sample * output.SampleStride) + (corner * pixel);
            ref float target = ref Unsafe.Add(ref output.First, first);
            corner += (nint)sample * output.Height * width;
            if (prefetches)
            {
                Prefetch.Rows(ref Unsafe.Add(ref target, pooledSide * line), pooledSide, (int)line, pooledSide * (int)pixel);
                epilogue.PrefetchBlock(corner + (pooledSide * width), pooledSide, (int)width, pooledSide);
            }

            for (nint channel = 0; channel < stride; channel += S.Lanes)
            {
                ref float m = ref Unsafe.Add(ref products, channel);
                Column<S, V, TWindow>(ref m, row1, row3, row4, row5, out V a0, out V a1, out V a2, out V a3, out _);
                m = ref Unsafe.Add(ref m, elementStride);
                Column<S, V, TWindow>(ref m, row1, row3, row4, row5, out V b0, out V b1, out V b2, out V b3, out _);
                m = ref Unsafe.Add(ref m, elementStride);
                Column<S, V, TWindow>(ref m, row1, row3, row4, row5, out V c0, out V c1, out V c2, out V c3, out _);
                m = ref Unsafe.Add(ref m, elementStride);
                Column<S, V, TWindow>(ref m, row1, row3, row4, row5, out V d0, out V d1, out V d2, out V d3, out _);
                m = ref Unsafe.Add(ref m, elementStride);
                Column<S, V, TWindow>(ref m, row1, row3, row4, row5, out V e0, out V e1, out V e2, out V e3, out _);
                m = ref Unsafe.Add(ref m, elementStride);
                Column<S, V, TWindow>(ref m, row1, row3, row4, row5, out V f0, out V f1, out V f2, out V f3, out _);
                PooledRow<S, V, TWindow, E, TArgmax>(
                    a0, b0, c0, d0, e0, f0, a1, b1, c1, d1, e1, f1,
                    ref output.First, ref argmax, first + channel, pixel, corner, channel, in epilogue);
                if (Unsafe.SizeOf<TWindow>() > 2)
                    PooledRow<S, V, TWindow, E, TArgmax>(
                        a2, b2, c2, d2, e2, f2, a3, b3, c3, d3, e3, f3,
                        ref output.First, ref argmax, first + channel + line, pixel, corner + width, channel, in epilogue);
            }

            products = ref Unsafe.Add(ref products, stride);
            if (++column == grid.Columns)
            {
                column = 0;
                if (++row == grid.Rows)
                    (row, sample) = (0, sample + 1);
            }
        }
    }

    /// <summary>The same with any max-pool whose windows divide a tile: a tile's pixels go through memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Pooled<S, V, TWindow, E>(
        scoped in ImageBatch output, ref float argmax, int poolHeight, int poolWidth, in TileGrid grid, int tile, int tiles,
        ref float products, nint elementStride, int stride, ref float pixels, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where E : struct, IEpilogue<V>, allows ref struct
    {
        var tileImage = new ImageBatch(ref pixels, 0, TWindow.Tile, TWindow.Tile, stride);
        var oneTile = new TileGrid(TWindow.Tile, TWindow.Tile, TWindow.Tile, TWindow.Tile, overlaps: true);
        for (int end = tile + tiles; tile < end; tile++)
        {
            Pixels<S, V, TWindow, Unchanged<V>>(
                in tileImage, in oneTile, 0, 1, ref products, elementStride, stride, 0, stride, prefetches: false, default);
            products = ref Unsafe.Add(ref products, stride);
            int sample = tile / grid.Count, index = tile - (sample * grid.Count);
            int top = grid.Y(index / grid.Columns) / poolHeight, left = grid.X(index % grid.Columns) / poolWidth;
            for (int row = 0; row < TWindow.Tile / poolHeight; row++)
                for (int column = 0; column < TWindow.Tile / poolWidth; column++)
                {
                    nint pixel = ((nint)(top + row) * output.Width) + left + column;
                    nint at = ((nint)sample * output.SampleStride) + (pixel * output.Channels);
                    pixel += (nint)sample * output.Height * output.Width;
                    ref float window = ref Unsafe.Add(ref pixels, ((row * poolHeight * TWindow.Tile) + (column * poolWidth)) * stride);
                    for (nint channel = 0; channel < stride; channel += S.Lanes)
                    {
                        V max = S.Load(ref Unsafe.Add(ref window, channel)), index0 = S.Zero;
                        for (int tap = 1; tap < poolHeight * poolWidth; tap++)
                        {
                            V value = S.Load(
                                ref Unsafe.Add(ref window, ((((tap / poolWidth) * TWindow.Tile) + (tap % poolWidth)) * stride) + channel));
                            index0 = S.SelectGreaterOrNaN(value, max, S.Create(tap), index0);
                            max = S.Max(max, value);
                        }

                        S.Store(epilogue.Apply(max, pixel, channel), ref Unsafe.Add(ref output.First, at + channel));
                        if (!Unsafe.IsNullRef(ref argmax))
                            S.Store(index0, ref Unsafe.Add(ref argmax, at + channel));
                    }
                }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Column<S, V, TWindow>(
        ref float m, nint row1, nint row3, nint row4, nint row5, out V y0, out V y1, out V y2, out V y3, out V y4)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow =>
        WinogradTransforms<S, V>.Outputs<TWindow>(
            Unsafe.As<float, V>(ref m),
            Unsafe.As<float, V>(ref Unsafe.Add(ref m, row1)),
            Unsafe.As<float, V>(ref Unsafe.Add(ref m, 2 * row1)),
            Unsafe.As<float, V>(ref Unsafe.Add(ref m, row3)),
            Unsafe.As<float, V>(ref Unsafe.Add(ref m, row4)),
            Unsafe.As<float, V>(ref Unsafe.Add(ref m, row5)),
            out y0, out y1, out y2, out y3, out y4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Row<S, V, TWindow, E>(
        V a, V b, V c, V d, V e, V f, ref float y, nint pixel, nint row, nint channel, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where E : struct, IEpilogue<V>, allows ref struct
    {
        WinogradTransforms<S, V>.Outputs<TWindow>(a, b, c, d, e, f, out V y0, out V y1, out V y2, out V y3, out V y4);
        Unsafe.As<float, V>(ref y) = epilogue.Apply(y0, row, channel);
        Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = epilogue.Apply(y1, row + 1, channel);
        if (Unsafe.SizeOf<TWindow>() > 2)
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = epilogue.Apply(y2, row + 2, channel);
        if (Unsafe.SizeOf<TWindow>() > 3)
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = epilogue.Apply(y3, row + 3, channel);
        if (Unsafe.SizeOf<TWindow>() > 4)
            Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = epilogue.Apply(y4, row + 4, channel);
    }

    /// <summary>Two rows of pixels, to a row of pooled ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PooledRow<S, V, TWindow, E, TArgmax>(
        V a0, V b0, V c0, V d0, V e0, V f0, V a1, V b1, V c1, V d1, V e1, V f1,
        ref float output, ref float argmax, nint at, nint pixel, nint row, nint channel, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
        where E : struct, IEpilogue<V>, allows ref struct
        where TArgmax : struct
    {
        WinogradTransforms<S, V>.Outputs<TWindow>(a0, b0, c0, d0, e0, f0, out V y00, out V y01, out V y02, out V y03, out _);
        WinogradTransforms<S, V>.Outputs<TWindow>(a1, b1, c1, d1, e1, f1, out V y10, out V y11, out V y12, out V y13, out _);
        MaxPools.OfFour<S, V, E, TArgmax>(y00, y01, y10, y11, ref output, ref argmax, at, row, channel, in epilogue);
        if (Unsafe.SizeOf<TWindow>() > 2)
            MaxPools.OfFour<S, V, E, TArgmax>(y02, y03, y12, y13, ref output, ref argmax, at + pixel, row + 1, channel, in epilogue);
    }
}
