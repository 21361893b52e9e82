using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>Lists the argmax positions of a max-pool whose gradient is not 0: those that a sparse gradient visits.</summary>
internal static class ArgmaxPositions
{
    /// <summary>A list's room is a multiple of so many elements: a vector at a time is read and written.</summary>
    public const int Unit = 16;

    /// <summary>Leaves only the gradients that are not 0, in their order, each with the offset of its argmax position.</summary>
    /// <param name="gradients">
    /// The gradient of each of the pool's windows, of one channel, in room for whole <see cref="Unit"/>s. Gets the gradients that are left.
    /// </param>
    /// <param name="argmax">
    /// The position of its window that each took its maximum from, counted row by row, in as much room. Gets the offsets.
    /// </param>
    /// <param name="windows">The offset of each window's first position, in as much room.</param>
    /// <param name="count">The number of windows.</param>
    /// <param name="poolWidth">Columns of a window.</param>
    /// <param name="row">Floats of the image from one row of positions to the next.</param>
    /// <param name="column">Floats of the image from one position of a row to the next.</param>
    /// <returns>The number of gradients that are left.</returns>
    public static int List(
        ref float gradients, ref float argmax, ref int windows, int count, int poolWidth, int row, int column) =>
        Avx512F.IsSupported
        ? Compressed(ref gradients, ref argmax, ref windows, count, poolWidth, row, column)
        : Compacted(ref gradients, ref argmax, ref windows, count, poolWidth, row, column);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Compressed(ref float gradients, ref float argmax, ref int windows, int count, int poolWidth, int row, int column)
    {
        // A position's row is its quotient by the columns. Whole numbers this small are exact, and adding half a column
        // keeps the quotient away from whole numbers.
        Vector512<float> ofColumns = Vector512.Create(1f / poolWidth), half = Vector512.Create(0.5f / poolWidth);
        Vector512<float> nextRow = Vector512.Create((float)(row - (poolWidth * column))), nextPosition = Vector512.Create((float)column);
        ref int offsets = ref Unsafe.As<float, int>(ref argmax);
        int listed = 0;
        for (int i = 0; i < count; i += Vector512<float>.Count)
        {
            Vector512<float> gradient = Vector512.LoadUnsafe(ref gradients, (nuint)i);
            Vector512<float> position = Vector512.LoadUnsafe(ref argmax, (nuint)i);
            Vector512<float> positionRow = Vector512.Floor((position * ofColumns) + half);
            Vector512<int> inWindow = Vector512.ConvertToInt32Native((positionRow * nextRow) + (position * nextPosition));
            Vector512<int> offset = Vector512.LoadUnsafe(ref windows, (nuint)i) + inWindow;

            // What lies behind the last window is not listed.
            Vector512<float> isWindow = Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count - i)).AsSingle();
            Vector512<float> passes = Vector512.AndNot(isWindow, Vector512.Equals(gradient, Vector512<float>.Zero));
            Avx512F.Compress(Vector512<float>.Zero, passes, gradient).StoreUnsafe(ref gradients, (nuint)listed);
            Avx512F.Compress(Vector512<int>.Zero, passes.AsInt32(), offset).StoreUnsafe(ref offsets, (nuint)listed);
            listed += BitOperations.PopCount(passes.ExtractMostSignificantBits());
        }

        return listed;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Compacted(ref float gradients, ref float argmax, ref int windows, int count, int poolWidth, int row, int column)
    {
        Vector128<float> ofColumns = Vector128.Create(1f / poolWidth), half = Vector128.Create(0.5f / poolWidth);
        Vector128<float> nextRow = Vector128.Create((float)(row - (poolWidth * column))), nextPosition = Vector128.Create((float)column);
        ref int offsets = ref Unsafe.As<float, int>(ref argmax);
        for (int i = 0; i < count; i += Vector128<float>.Count)
        {
            Vector128<float> position = Vector128.LoadUnsafe(ref argmax, (nuint)i);
            Vector128<float> positionRow = Vector128.Floor((position * ofColumns) + half);
            Vector128<int> inWindow = Vector128.ConvertToInt32Native((positionRow * nextRow) + (position * nextPosition));
            (Vector128.LoadUnsafe(ref windows, (nuint)i) + inWindow).StoreUnsafe(ref offsets, (nuint)i);
        }

        int listed = 0;
        for (int i = 0; i < count; i++)
        {
            // No branch decides: what is not wanted is overwritten.
            float gradient = Unsafe.Add(ref gradients, i);
            Unsafe.Add(ref gradients, listed) = gradient;
            Unsafe.Add(ref offsets, listed) = Unsafe.Add(ref offsets, i);
            listed += gradient != 0f ? 1 : 0;
        }

        return listed;
    }

    /// <summary>Writes the offset of the first position of each of the pool's windows, row by row of windows.</summary>
    /// <param name="windows">Room for <paramref name="rows"/> × <paramref name="columns"/> offsets.</param>
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
