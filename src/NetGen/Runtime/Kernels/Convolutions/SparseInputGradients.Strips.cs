// Written by StripWriter of the tests, which compare it.
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

public static partial class SparseInputGradients
{
    private const int MostRows = 3;
    private const int MostColumns = 5;

    /// <summary>The strip of a tile that there is.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Pool2Strip<S, V, TBlock>(int rows, int columns, scoped in MarkedWindows windows, ref float pixels, ref float weight)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        switch ((rows, columns))
        {
            case (1, 1):
                Pool2Strip1x1<S, V, TBlock>(in windows, ref pixels, ref weight);
                break;
            case (1, 2):
                Pool2Strip1x2<S, V, TBlock>(in windows, ref pixels, ref weight);
                break;
            case (1, 3):
                Pool2Strip1x3<S, V, TBlock>(in windows, ref pixels, ref weight);
                break;
            case (1, 4):
                Pool2Strip1x4<S, V, TBlock>(in windows, ref pixels, ref weight);
                break;
            case (1, 5):
                Pool2Strip1x5<S, V, TBlock>(in windows, ref pixels, ref weight);
                break;
            case (2, 1):
                Pool2Strip2x1<S, V, TBlock>(in windows, ref pixels, ref weight);
                break;
            case (2, 2):
                Pool2Strip2x2<S, V, TBlock>(in windows, ref pixels, ref weight);
                break;
            case (2, 3):
                Pool2Strip2x3<S, V, TBlock>(in windows, ref pixels, ref weight);
                break;
            case (2, 4):
                Pool2Strip2x4<S, V, TBlock>(in windows, ref pixels, ref weight);
                break;
            case (2, 5):
                Pool2Strip2x5<S, V, TBlock>(in windows, ref pixels, ref weight);
                break;
            case (3, 1):
                Pool2Strip3x1<S, V, TBlock>(in windows, ref pixels, ref weight);
                break;
            case (3, 2):
                Pool2Strip3x2<S, V, TBlock>(in windows, ref pixels, ref weight);
                break;
            case (3, 3):
                Pool2Strip3x3<S, V, TBlock>(in windows, ref pixels, ref weight);
                break;
            case (3, 4):
                Pool2Strip3x4<S, V, TBlock>(in windows, ref pixels, ref weight);
                break;
            case (3, 5):
                Pool2Strip3x5<S, V, TBlock>(in windows, ref pixels, ref weight);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>One row × 1 of the window, from all positions of a pool of 2×2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pool2Strip1x1<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref windows.Marks;
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 1); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0b);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 2); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 3); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                    }

                    marks = ref Unsafe.Add(ref marks, 4);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>One row × 2 of the window, from all positions of a pool of 2×2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pool2Strip1x2<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref windows.Marks;
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default;
                V sum1a = default, sum1b = default, sum1c = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 1); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0c);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 2); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 3); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                    }

                    marks = ref Unsafe.Add(ref marks, 4);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>One row × 3 of the window, from all positions of a pool of 2×2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pool2Strip1x3<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref windows.Marks;
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 1); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0d);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 2); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 3); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1d);
                    }

                    marks = ref Unsafe.Add(ref marks, 4);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum0d);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum1d);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>One row × 4 of the window, from all positions of a pool of 2×2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pool2Strip1x4<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref windows.Marks;
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default, sum0e = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default, sum1e = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum0d);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 1); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0d);
                        sum0e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum0e);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 2); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1d);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 3); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1e);
                    }

                    marks = ref Unsafe.Add(ref marks, 4);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum0e);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum1d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum1e);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>One row × 5 of the window, from all positions of a pool of 2×2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pool2Strip1x5<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref windows.Marks;
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default, sum0e = default, sum0f = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default, sum1e = default, sum1f = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum0d);
                        sum0e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum0e);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 1); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0d);
                        sum0e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum0e);
                        sum0f = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum0f);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 2); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum1e);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 3); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1e);
                        sum1f = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum1f);
                    }

                    marks = ref Unsafe.Add(ref marks, 4);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum0e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * pixel)), sum0f);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum1d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum1e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * pixel)), sum1f);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>2 rows × 1 of the window, from all positions of a pool of 2×2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pool2Strip2x1<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref windows.Marks;
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 1); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0b);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 2); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 3); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2b);
                    }

                    marks = ref Unsafe.Add(ref marks, 4);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum2b);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>2 rows × 2 of the window, from all positions of a pool of 2×2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pool2Strip2x2<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref windows.Marks;
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default;
                V sum1a = default, sum1b = default, sum1c = default;
                V sum2a = default, sum2b = default, sum2c = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 1); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 2); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 3); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2c);
                    }

                    marks = ref Unsafe.Add(ref marks, 4);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum2c);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>2 rows × 3 of the window, from all positions of a pool of 2×2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pool2Strip2x3<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref windows.Marks;
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 1); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1d);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 2); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2c);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 3); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2d);
                    }

                    marks = ref Unsafe.Add(ref marks, 4);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum0d);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum1d);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum2c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum2d);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>2 rows × 4 of the window, from all positions of a pool of 2×2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pool2Strip2x4<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref windows.Marks;
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default, sum0e = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default, sum1e = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default, sum2e = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum0d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1d);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 1); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0d);
                        sum0e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum0e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1e);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 2); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum2d);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 3); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2d);
                        sum2e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum2e);
                    }

                    marks = ref Unsafe.Add(ref marks, 4);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum0e);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum1d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum1e);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum2c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum2d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum2e);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>2 rows × 5 of the window, from all positions of a pool of 2×2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pool2Strip2x5<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref windows.Marks;
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default, sum0e = default, sum0f = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default, sum1e = default, sum1f = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default, sum2e = default, sum2f = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum0d);
                        sum0e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum0e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum1e);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 1); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0d);
                        sum0e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum0e);
                        sum0f = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum0f);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1e);
                        sum1f = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum1f);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 2); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum1e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum2d);
                        sum2e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum2e);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 3); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1e);
                        sum1f = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum1f);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2d);
                        sum2e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum2e);
                        sum2f = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum2f);
                    }

                    marks = ref Unsafe.Add(ref marks, 4);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum0e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * pixel)), sum0f);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum1d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum1e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * pixel)), sum1f);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum2c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum2d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum2e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * pixel)), sum2f);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>3 rows × 1 of the window, from all positions of a pool of 2×2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pool2Strip3x1<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref windows.Marks;
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                V sum3a = default, sum3b = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 1); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0b);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2b);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 2); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum3a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum3a);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 3); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2b);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum3b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum3b);
                    }

                    marks = ref Unsafe.Add(ref marks, 4);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum2b);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum3a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum3b);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>3 rows × 2 of the window, from all positions of a pool of 2×2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pool2Strip3x2<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref windows.Marks;
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default;
                V sum1a = default, sum1b = default, sum1c = default;
                V sum2a = default, sum2b = default, sum2c = default;
                V sum3a = default, sum3b = default, sum3c = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 1); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2c);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 2); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum3a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum3a);
                        sum3b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum3b);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 3); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum3b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum3b);
                        sum3c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum3c);
                    }

                    marks = ref Unsafe.Add(ref marks, 4);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum2c);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum3a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum3b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum3c);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>3 rows × 3 of the window, from all positions of a pool of 2×2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pool2Strip3x3<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref windows.Marks;
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                V sum3a = default, sum3b = default, sum3c = default, sum3d = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2c);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 1); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2d);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 2); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum3a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum3a);
                        sum3b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum3b);
                        sum3c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum3c);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 3); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum3b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum3b);
                        sum3c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum3c);
                        sum3d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum3d);
                    }

                    marks = ref Unsafe.Add(ref marks, 4);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum0d);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum1d);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum2c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum2d);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum3a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum3b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum3c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum3d);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>3 rows × 4 of the window, from all positions of a pool of 2×2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pool2Strip3x4<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref windows.Marks;
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default, sum0e = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default, sum1e = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default, sum2e = default;
                V sum3a = default, sum3b = default, sum3c = default, sum3d = default, sum3e = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum0d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum2d);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 1); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0d);
                        sum0e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum0e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2d);
                        sum2e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum2e);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 2); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum2d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum3a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum3a);
                        sum3b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum3b);
                        sum3c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum3c);
                        sum3d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum3d);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 3); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2d);
                        sum2e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum2e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum3b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum3b);
                        sum3c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum3c);
                        sum3d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum3d);
                        sum3e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum3e);
                    }

                    marks = ref Unsafe.Add(ref marks, 4);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum0e);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum1d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum1e);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum2c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum2d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum2e);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum3a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum3b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum3c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum3d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum3e);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>3 rows × 5 of the window, from all positions of a pool of 2×2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pool2Strip3x5<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref windows.Marks;
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default, sum0e = default, sum0f = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default, sum1e = default, sum1f = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default, sum2e = default, sum2f = default;
                V sum3a = default, sum3b = default, sum3c = default, sum3d = default, sum3e = default, sum3f = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum0d);
                        sum0e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum0e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum1e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum2d);
                        sum2e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum2e);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 1); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0d);
                        sum0e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum0e);
                        sum0f = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum0f);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1e);
                        sum1f = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum1f);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2d);
                        sum2e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum2e);
                        sum2f = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum2f);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 2); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum1e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum2d);
                        sum2e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum2e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum3a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum3a);
                        sum3b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum3b);
                        sum3c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum3c);
                        sum3d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum3d);
                        sum3e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum3e);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 3); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1e);
                        sum1f = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum1f);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2d);
                        sum2e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum2e);
                        sum2f = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum2f);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum3b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum3b);
                        sum3c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum3c);
                        sum3d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum3d);
                        sum3e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum3e);
                        sum3f = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum3f);
                    }

                    marks = ref Unsafe.Add(ref marks, 4);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum0e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * pixel)), sum0f);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum1d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum1e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * pixel)), sum1f);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum2c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum2d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum2e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * pixel)), sum2f);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum3a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum3b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum3c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum3d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum3e);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 5 * pixel)), sum3f);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>The strip of a tile that there is.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Strip<S, V, TBlock>(
        int rows, int columns, scoped in MarkedWindows windows, ref float pixels, ref float weight, int position)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        switch ((rows, columns))
        {
            case (1, 1):
                Strip1x1<S, V, TBlock>(in windows, ref pixels, ref weight, position);
                break;
            case (1, 2):
                Strip1x2<S, V, TBlock>(in windows, ref pixels, ref weight, position);
                break;
            case (1, 3):
                Strip1x3<S, V, TBlock>(in windows, ref pixels, ref weight, position);
                break;
            case (1, 4):
                Strip1x4<S, V, TBlock>(in windows, ref pixels, ref weight, position);
                break;
            case (1, 5):
                Strip1x5<S, V, TBlock>(in windows, ref pixels, ref weight, position);
                break;
            case (2, 1):
                Strip2x1<S, V, TBlock>(in windows, ref pixels, ref weight, position);
                break;
            case (2, 2):
                Strip2x2<S, V, TBlock>(in windows, ref pixels, ref weight, position);
                break;
            case (2, 3):
                Strip2x3<S, V, TBlock>(in windows, ref pixels, ref weight, position);
                break;
            case (2, 4):
                Strip2x4<S, V, TBlock>(in windows, ref pixels, ref weight, position);
                break;
            case (2, 5):
                Strip2x5<S, V, TBlock>(in windows, ref pixels, ref weight, position);
                break;
            case (3, 1):
                Strip3x1<S, V, TBlock>(in windows, ref pixels, ref weight, position);
                break;
            case (3, 2):
                Strip3x2<S, V, TBlock>(in windows, ref pixels, ref weight, position);
                break;
            case (3, 3):
                Strip3x3<S, V, TBlock>(in windows, ref pixels, ref weight, position);
                break;
            case (3, 4):
                Strip3x4<S, V, TBlock>(in windows, ref pixels, ref weight, position);
                break;
            case (3, 5):
                Strip3x5<S, V, TBlock>(in windows, ref pixels, ref weight, position);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>One row × 1 of the window, from one position of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x1<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight, int position)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels, positions = windows.Positions;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref Unsafe.Add(ref windows.Marks, position);
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                    }

                    marks = ref Unsafe.Add(ref marks, positions);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>One row × 2 of the window, from one position of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x2<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight, int position)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels, positions = windows.Positions;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref Unsafe.Add(ref windows.Marks, position);
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                    }

                    marks = ref Unsafe.Add(ref marks, positions);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>One row × 3 of the window, from one position of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x3<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight, int position)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels, positions = windows.Positions;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref Unsafe.Add(ref windows.Marks, position);
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                    }

                    marks = ref Unsafe.Add(ref marks, positions);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>One row × 4 of the window, from one position of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x4<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight, int position)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels, positions = windows.Positions;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref Unsafe.Add(ref windows.Marks, position);
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum0d);
                    }

                    marks = ref Unsafe.Add(ref marks, positions);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum0d);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>One row × 5 of the window, from one position of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip1x5<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight, int position)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels, positions = windows.Positions;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref Unsafe.Add(ref windows.Marks, position);
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default, sum0e = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum0d);
                        sum0e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum0e);
                    }

                    marks = ref Unsafe.Add(ref marks, positions);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum0e);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>2 rows × 1 of the window, from one position of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x1<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight, int position)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels, positions = windows.Positions;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref Unsafe.Add(ref windows.Marks, position);
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default;
                V sum1a = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                    }

                    marks = ref Unsafe.Add(ref marks, positions);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>2 rows × 2 of the window, from one position of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x2<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight, int position)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels, positions = windows.Positions;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref Unsafe.Add(ref windows.Marks, position);
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                    }

                    marks = ref Unsafe.Add(ref marks, positions);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>2 rows × 3 of the window, from one position of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x3<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight, int position)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels, positions = windows.Positions;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref Unsafe.Add(ref windows.Marks, position);
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default;
                V sum1a = default, sum1b = default, sum1c = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                    }

                    marks = ref Unsafe.Add(ref marks, positions);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>2 rows × 4 of the window, from one position of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x4<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight, int position)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels, positions = windows.Positions;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref Unsafe.Add(ref windows.Marks, position);
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum0d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1d);
                    }

                    marks = ref Unsafe.Add(ref marks, positions);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum0d);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum1d);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>2 rows × 5 of the window, from one position of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip2x5<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight, int position)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels, positions = windows.Positions;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref Unsafe.Add(ref windows.Marks, position);
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default, sum0e = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default, sum1e = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum0d);
                        sum0e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum0e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum1e);
                    }

                    marks = ref Unsafe.Add(ref marks, positions);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum0e);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum1d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum1e);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>3 rows × 1 of the window, from one position of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x1<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight, int position)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels, positions = windows.Positions;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref Unsafe.Add(ref windows.Marks, position);
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default;
                V sum1a = default;
                V sum2a = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                    }

                    marks = ref Unsafe.Add(ref marks, positions);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum2a);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>3 rows × 2 of the window, from one position of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x2<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight, int position)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels, positions = windows.Positions;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref Unsafe.Add(ref windows.Marks, position);
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default;
                V sum1a = default, sum1b = default;
                V sum2a = default, sum2b = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                    }

                    marks = ref Unsafe.Add(ref marks, positions);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum2b);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>3 rows × 3 of the window, from one position of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x3<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight, int position)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels, positions = windows.Positions;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref Unsafe.Add(ref windows.Marks, position);
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default;
                V sum1a = default, sum1b = default, sum1c = default;
                V sum2a = default, sum2b = default, sum2c = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2c);
                    }

                    marks = ref Unsafe.Add(ref marks, positions);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum2c);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>3 rows × 4 of the window, from one position of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x4<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight, int position)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels, positions = windows.Positions;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref Unsafe.Add(ref windows.Marks, position);
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum0d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum2d);
                    }

                    marks = ref Unsafe.Add(ref marks, positions);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum0d);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum1d);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum2c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum2d);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>3 rows × 5 of the window, from one position of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Strip3x5<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight, int position)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels, positions = windows.Positions;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref Unsafe.Add(ref windows.Marks, position);
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default, sum0e = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default, sum1e = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default, sum2e = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum0d);
                        sum0e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum0e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum1e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 3 * wColumn)), sum2d);
                        sum2e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 4 * wColumn)), sum2e);
                    }

                    marks = ref Unsafe.Add(ref marks, positions);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum0e);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum1d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum1e);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum2c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum2d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum2e);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }

    /// <summary>3 rows × 3 of the window, from all positions of a pool of 3×3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pool3Strip3x3<S, V, TBlock>(scoped in MarkedWindows windows, ref float pixels, ref float weight)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        int words = windows.Words, channels = windows.Channels;
        nint pixelRow = windows.PixelRow, pixel = windows.Pixel, wOutput = windows.WeightOutput, wRow = windows.WeightRow,
            wColumn = TBlock.Channels(S.Lanes, windows.WeightColumn);
        ref float gradient = ref windows.Gradient;
        ref ulong marks = ref windows.Marks;
        for (int row = 0; row < windows.Rows; row++)
        {
            ref float first = ref Unsafe.Add(ref pixels, row * windows.RowStride);
            for (int column = 0; column < windows.Columns; column++)
            {
                V sum0a = default, sum0b = default, sum0c = default, sum0d = default, sum0e = default;
                V sum1a = default, sum1b = default, sum1c = default, sum1d = default, sum1e = default;
                V sum2a = default, sum2b = default, sum2c = default, sum2d = default, sum2e = default;
                V sum3a = default, sum3b = default, sum3c = default, sum3d = default, sum3e = default;
                V sum4a = default, sum4b = default, sum4c = default, sum4d = default, sum4e = default;
                ref float values = ref gradient;
                ref float weights = ref weight;
                for (int word = 0; word < words; word++)
                {
                    for (ulong left = marks; left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0a);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2c);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 1); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0b);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2d);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 2); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum0c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum0c);
                        sum0d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum0d);
                        sum0e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum0e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2d);
                        sum2e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2e);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 3); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1a);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum3a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum3a);
                        sum3b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum3b);
                        sum3c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum3c);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 4); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1b);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum3b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum3b);
                        sum3c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum3c);
                        sum3d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum3d);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 5); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum1c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum1c);
                        sum1d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum1d);
                        sum1e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum1e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2d);
                        sum2e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum3c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum3c);
                        sum3d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum3d);
                        sum3e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum3e);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 6); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum2a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2a);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum3a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum3a);
                        sum3b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum3b);
                        sum3c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum3c);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum4a = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum4a);
                        sum4b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum4b);
                        sum4c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum4c);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 7); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum2b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2b);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum3b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum3b);
                        sum3c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum3c);
                        sum3d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum3d);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum4b = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum4b);
                        sum4c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum4c);
                        sum4d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum4d);
                    }

                    for (ulong left = Unsafe.Add(ref marks, 8); left != 0; left &= left - 1)
                    {
                        nint output = BitOperations.TrailingZeroCount(left);
                        V value = S.Create(Unsafe.Add(ref values, output));
                        ref float w = ref Unsafe.Add(ref weights, output * wOutput);
                        sum2c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum2c);
                        sum2d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum2d);
                        sum2e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum2e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum3c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum3c);
                        sum3d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum3d);
                        sum3e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum3e);
                        w = ref Unsafe.Add(ref w, wRow);
                        sum4c = S.MultiplyAdd(value, Unsafe.As<float, V>(ref w), sum4c);
                        sum4d = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, wColumn)), sum4d);
                        sum4e = S.MultiplyAdd(value, Unsafe.As<float, V>(ref Unsafe.Add(ref w, 2 * wColumn)), sum4e);
                    }

                    marks = ref Unsafe.Add(ref marks, 9);
                    values = ref Unsafe.Add(ref values, ArgmaxMarks.Channels);
                    weights = ref Unsafe.Add(ref weights, ArgmaxMarks.Channels * wOutput);
                }

                ref float y = ref first;
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum0a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum0b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum0c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum0d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum0e);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum1a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum1b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum1c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum1d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum1e);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum2a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum2b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum2c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum2d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum2e);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum3a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum3b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum3c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum3d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum3e);
                y = ref Unsafe.Add(ref y, pixelRow);
                Unsafe.As<float, V>(ref y) = S.Add(Unsafe.As<float, V>(ref y), sum4a);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, pixel)), sum4b);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 2 * pixel)), sum4c);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 3 * pixel)), sum4d);
                Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)) = S.Add(Unsafe.As<float, V>(ref Unsafe.Add(ref y, 4 * pixel)), sum4e);
                first = ref Unsafe.Add(ref first, windows.ColumnStride);
                gradient = ref Unsafe.Add(ref gradient, channels);
            }
        }
    }
}
