using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Maxima over windows of pixels, of what a convolution has just computed.</summary>
internal static class MaxPools
{
    /// <summary>The maximum of four, with what follows, and which of them it was.</summary>
    /// <param name="y0">The first pixel of the window; the others follow row by row.</param>
    /// <param name="y1">The second.</param>
    /// <param name="y2">The third.</param>
    /// <param name="y3">The fourth.</param>
    /// <param name="output">Where the result lies.</param>
    /// <param name="argmax">Where the index lies, from <paramref name="at"/> on, with <see cref="WithArgmax"/>.</param>
    /// <param name="at">Floats behind <paramref name="output"/> and <paramref name="argmax"/>.</param>
    /// <param name="row">The row of the result.</param>
    /// <param name="column">Its column.</param>
    /// <param name="epilogue">What follows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OfFour<S, V, E, TArgmax>(
        V y0, V y1, V y2, V y3, ref float output, ref float argmax, nint at, nint row, nint column, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TArgmax : struct
    {
        if (Unsafe.SizeOf<TArgmax>() == Unsafe.SizeOf<WithArgmax>())
        {
            V upper = S.Max(y0, y1), index = S.SelectGreaterOrNaN(y1, y0, S.One, default);
            index = S.SelectGreaterOrNaN(y2, upper, S.Create(2f), index);
            S.Store(S.SelectGreaterOrNaN(y3, S.Max(upper, y2), S.Create(3f), index), ref Unsafe.Add(ref argmax, at));
        }

        S.Store(epilogue.Apply(S.Max(y0, y1, y2, y3), row, column), ref Unsafe.Add(ref output, at));
    }

    /// <summary>The maximum of a window of pixels in memory, and which of them it was.</summary>
    /// <param name="window">Its first pixel.</param>
    /// <param name="line">Floats from one row of pixels to the next.</param>
    /// <param name="pixel">Floats from one pixel to the next.</param>
    /// <param name="height">Rows of the window.</param>
    /// <param name="width">Columns of the window.</param>
    /// <param name="channels">Channels, which the lanes divide.</param>
    /// <param name="output">Gets the maxima.</param>
    /// <param name="argmax">Gets the indices; a null reference where nobody asks.</param>
    public static void OfWindow<S, V>(
        ref float window, nint line, nint pixel, int height, int width, int channels, ref float output, ref float argmax)
        where S : ISimd<V>
        where V : struct
    {
        for (nint channel = 0; channel < channels; channel += S.Lanes)
        {
            V max = S.Load(ref Unsafe.Add(ref window, channel)), index = default;
            for (int tap = 1; tap < height * width; tap++)
            {
                V value = S.Load(ref Unsafe.Add(ref window, (tap / width * line) + (tap % width * pixel) + channel));
                index = S.SelectGreaterOrNaN(value, max, S.Create(tap), index);
                max = S.Max(max, value);
            }

            S.Store(max, ref Unsafe.Add(ref output, channel));
            if (!Unsafe.IsNullRef(ref argmax))
                S.Store(index, ref Unsafe.Add(ref argmax, channel));
        }
    }
}
