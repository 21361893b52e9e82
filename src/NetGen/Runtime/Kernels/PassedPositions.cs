using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>Finds the positions of an image that a max-pool passed on and that get a gradient: those that a sparse backward pass visits.</summary>
public static class PassedPositions
{
    /// <summary>Places that a list must be longer than the pool's windows, and what it is made of as well: a vector at a time is read and written.</summary>
    public const int Slack = 16;

    /// <summary>Lists the gradients that are not 0, each with the place where the convolution's window begins that it came from.</summary>
    /// <param name="gradients">The gradient of each of the pool's windows, of one channel, and <see cref="Slack"/> floats that may be read.</param>
    /// <param name="taps">Which position of its window each took its maximum from, counted row by row; and as much behind them.</param>
    /// <param name="windows">Where each window's first position lies in the image; and as much behind them.</param>
    /// <param name="count">The number of windows.</param>
    /// <param name="tapColumns">Columns of a window.</param>
    /// <param name="row">Floats of the image from one row of positions to the next.</param>
    /// <param name="column">Floats of the image from one position of a row to the next.</param>
    /// <param name="values">Gets the gradients: room for <paramref name="count"/> + <see cref="Slack"/>.</param>
    /// <param name="places">Gets the places: as much room.</param>
    /// <returns>The number of gradients listed.</returns>
    public static int List(
        ref float gradients, ref float taps, ref int windows, int count, int tapColumns, int row, int column, ref float values, ref int places)
    {
        if (Avx512F.IsSupported)
            return ListByVectors(ref gradients, ref taps, ref windows, count, tapColumns, row, column, ref values, ref places);
        int listed = 0;
        for (int i = 0; i < count; i++)
        {
            // No branch decides: what is not wanted is overwritten.
            float gradient = Unsafe.Add(ref gradients, i);
            int tap = float.ConvertToIntegerNative<int>(Unsafe.Add(ref taps, i));
            Unsafe.Add(ref values, listed) = gradient;
            Unsafe.Add(ref places, listed) = Unsafe.Add(ref windows, i) + (tap / tapColumns * row) + (tap % tapColumns * column);
            listed += gradient != 0f ? 1 : 0;
        }

        return listed;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ListByVectors(
        ref float gradients, ref float taps, ref int windows, int count, int tapColumns, int row, int column, ref float values, ref int places)
    {
        // A tap's row is the quotient by the columns: whole numbers this small are exact, and half a column keeps the quotient off them.
        Vector512<float> ofColumns = Vector512.Create(1f / tapColumns);
        Vector512<float> half = Vector512.Create(0.5f / tapColumns);
        Vector512<float> nextRow = Vector512.Create((float)(row - (tapColumns * column)));
        Vector512<float> nextTap = Vector512.Create((float)column);
        int listed = 0;
        for (int i = 0; i < count; i += Vector512<float>.Count)
        {
            Vector512<float> gradient = Vector512.LoadUnsafe(ref gradients, (nuint)i);
            Vector512<float> tap = Vector512.LoadUnsafe(ref taps, (nuint)i);
            Vector512<float> tapRow = Vector512.Floor((tap * ofColumns) + half);
            Vector512<int> offset = Vector512.ConvertToInt32Native((tapRow * nextRow) + (tap * nextTap));
            Vector512<int> place = Vector512.LoadUnsafe(ref windows, (nuint)i) + offset;

            // What lies behind the last window is not listed.
            Vector512<float> isWindow = Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count - i)).AsSingle();
            Vector512<float> passes = Vector512.AndNot(isWindow, Vector512.Equals(gradient, Vector512<float>.Zero));
            Avx512F.Compress(Vector512<float>.Zero, passes, gradient).StoreUnsafe(ref values, (nuint)listed);
            Avx512F.Compress(Vector512<int>.Zero, passes.AsInt32(), place).StoreUnsafe(ref places, (nuint)listed);
            listed += System.Numerics.BitOperations.PopCount(passes.ExtractMostSignificantBits());
        }

        return listed;
    }

    /// <summary>Writes where each of the pool's windows begins in the image, row by row of windows.</summary>
    /// <param name="windows">Room for <paramref name="rows"/> × <paramref name="columns"/> places.</param>
    /// <param name="rows">Rows of windows.</param>
    /// <param name="columns">Windows of a row.</param>
    /// <param name="windowRow">Floats of the image from one row of windows to the next.</param>
    /// <param name="windowColumn">Floats of the image from one window of a row to the next.</param>
    public static void Windows(ref int windows, int rows, int columns, int windowRow, int windowColumn)
    {
        Span<int> all = MemoryMarshal.CreateSpan(ref windows, rows * columns);
        for (int i = 0; i < all.Length; i++)
            all[i] = (i / columns * windowRow) + (i % columns * windowColumn);
    }
}
