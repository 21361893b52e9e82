using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Tiles of a line: six adjacent pixels are transformed along one axis, to six elements.</summary>
internal static class WinogradLines
{
    /// <summary>The tiles [tile, tile + tiles) of the batch.</summary>
    /// <param name="wantsFirst">Whether the first three elements are wanted.</param>
    /// <param name="wantsLast">Whether the last three are.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Transform<S, V, T, TLayout>(
        scoped in ImageBatch image, in TileGrid grid, int tile, int tiles,
        ref float scratch, ref float target, in TileLayout layout, bool wantsFirst, bool wantsLast)
        where S : ISimd<V>
        where V : struct
        where T : struct, ITileTransform<V>
        where TLayout : struct, ITileLayout
    {
        int sample = tile / grid.Count, row = (tile - (sample * grid.Count)) / grid.Columns;
        int column = tile - (sample * grid.Count) - (row * grid.Columns);
        for (; tiles > 0; tiles--)
        {
            int x = grid.X(column) - image.Left, y = grid.Y(row) - image.Top;
            int first = Math.Max(0, -x), end = Math.Min(T.Pixels, image.Width - x);
            if ((uint)y >= (uint)image.Height)
                (x, y, first, end) = (0, 0, 0, 0);
            scoped ref float line = ref Unsafe.Add(
                ref image.First, ((nint)sample * image.SampleStride) + ((((nint)y * image.Width) + x + first) * image.Channels));
            if (first > 0 || end < T.Pixels)
            {
                WinogradTiles.CopyLine<S, V>(
                    ref line, first * image.Channels, end * image.Channels, T.Pixels * image.Channels, ref scratch);
                line = ref scratch;
            }

            Channels<S, V, T, TLayout>(ref line, image.Channels, ref target, in layout, wantsFirst, wantsLast);
            target = ref Unsafe.Add(ref target, layout.Tile);
            if (++column == grid.Columns)
            {
                column = 0;
                if (++row == grid.Rows)
                    (row, sample) = (0, sample + 1);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Channels<S, V, T, TLayout>(
        ref float line, nint channels, ref float elements, in TileLayout layout, bool wantsFirst, bool wantsLast)
        where S : ISimd<V>
        where V : struct
        where T : struct, ITileTransform<V>
        where TLayout : struct, ITileLayout
    {
        nint element = TLayout.Lanes == 0 ? channels : layout.Element, nextChannels = layout.Channels - TLayout.Lanes;
        for (nint channel = 0; channel < channels; channel += S.Lanes)
        {
            V d0 = Unsafe.As<float, V>(ref line), d1 = Unsafe.As<float, V>(ref Unsafe.Add(ref line, channels));
            V d2 = Pixel<S, V, T>(ref line, channels, 2), d3 = Pixel<S, V, T>(ref line, channels, 3);
            V d4 = Pixel<S, V, T>(ref line, channels, 4), d5 = Pixel<S, V, T>(ref line, channels, 5);
            if (wantsFirst)
            {
                T.First(d0, d1, d2, d3, d4, d5, out V t0, out V t1, out V t2);
                Unsafe.As<float, V>(ref elements) = t0;
                Unsafe.As<float, V>(ref Unsafe.Add(ref elements, element)) = t1;
                Unsafe.As<float, V>(ref Unsafe.Add(ref elements, 2 * element)) = t2;
            }

            if (wantsLast)
            {
                T.Last(d0, d1, d2, d3, d4, d5, out V t3, out V t4, out V t5);
                Unsafe.As<float, V>(ref Unsafe.Add(ref elements, 3 * element)) = t3;
                Unsafe.As<float, V>(ref Unsafe.Add(ref elements, 4 * element)) = t4;
                Unsafe.As<float, V>(ref Unsafe.Add(ref elements, 5 * element)) = t5;
            }

            line = ref Unsafe.Add(ref line, S.Lanes);
            elements = ref Unsafe.Add(ref elements, S.Lanes);
            if (TLayout.Lanes == 16 && ((channel + S.Lanes) & 15) == 0)
                elements = ref Unsafe.Add(ref elements, nextChannels);
        }
    }

    /// <summary>A pixel of a tile, if it has so many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Pixel<S, V, T>(ref float line, nint channels, int column)
        where S : ISimd<V>
        where V : struct
        where T : struct, ITileTransform<V> =>
        column < T.Pixels ? Unsafe.As<float, V>(ref Unsafe.Add(ref line, column * channels)) : S.Zero;
}
