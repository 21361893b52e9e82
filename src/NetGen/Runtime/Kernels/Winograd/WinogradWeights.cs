using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Weights as Winograd's algorithm multiplies by them, and back: written once for all vector widths and windows.</summary>
[CLSCompliant(false)]
public static class WinogradWeights
{
    /// <summary>Elements of a transformed tile along one axis.</summary>
    private const int Elements = 6;

    /// <summary>transformed = G·w·Gᵀ, or G·w of a line, for each pair of channels, of the input channels [begin, end).</summary>
    /// <typeparam name="S">The vector width; its lanes divide <paramref name="columns"/>.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="TWindow">The window, r×r or 1×r.</typeparam>
    /// <param name="weight">The first float of the weight, [r, r, inputs, columns] or [r, inputs, columns].</param>
    /// <param name="transformed">
    /// The first float of the result, [6, 6, inputs, columns] or [6, inputs, columns], the columns in panels
    /// (<see cref="WinogradPanels"/>).
    /// </param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="columns">Output channels in memory, padding included.</param>
    /// <param name="begin">The first input channel.</param>
    /// <param name="end">The input channel after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Transform<S, V, TWindow>(ref float weight, ref float transformed, int inputs, int columns, int begin, int end)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
    {
        if (TWindow.IsLine)
        {
            for (int channel = begin; channel < end; channel++)
                ToPanels<S, V, TWindow>(
                    ref Unsafe.Add(ref weight, (nint)channel * columns), (nint)inputs * columns, ref transformed, inputs, columns, channel);
            return;
        }

        nint matrix = (nint)inputs * columns;
        ref float lines = ref ThreadScratch.Floats(Elements * TWindow.Size * columns);
        for (int channel = begin; channel < end; channel++)
        {
            // G·w: each column of the window, to [element][column of the window][output].
            ref float source = ref Unsafe.Add(ref weight, (nint)channel * columns);
            ref float line = ref lines;
            for (int column = 0; column < TWindow.Size; column++)
            {
                Lines<S, V, TWindow>(ref source, TWindow.Size * matrix, ref line, TWindow.Size * columns, columns);
                source = ref Unsafe.Add(ref source, matrix);
                line = ref Unsafe.Add(ref line, columns);
            }

            // (G·w)·Gᵀ: each row of it. A row of elements at a time, since each element's matrix lies on pages of its own.
            line = ref lines;
            ref float target = ref transformed;
            for (int row = 0; row < Elements; row++)
            {
                ToPanels<S, V, TWindow>(ref line, columns, ref target, inputs, columns, channel);
                line = ref Unsafe.Add(ref line, TWindow.Size * columns);
                target = ref Unsafe.Add(ref target, Elements * matrix);
            }
        }
    }

    /// <summary>
    /// Computes gradient = Gᵀ·u·G, or Gᵀ·u of a line, for each pair of channels, u being the gradient of the transformed
    /// weight as the sum of all blocks, of the input channels [begin, end).
    /// </summary>
    /// <typeparam name="S">The vector width; its lanes divide <paramref name="stride"/>.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="TWindow">The window, r×r or 1×r.</typeparam>
    /// <param name="transformed">
    /// The first float of u's summands, [blocks, 6, 6, inputs, outputs] or [blocks, 6, inputs, outputs]. Whole vectors of it are read, the
    /// last with zeros in its padding.
    /// </param>
    /// <param name="blocks">How many there are, 1 or more.</param>
    /// <param name="gradient">The first float of the result, [r, r, inputs, outputs] or [r, inputs, outputs].</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="columns">Output channels: padding is written where a vector reaches into it, and not otherwise.</param>
    /// <param name="stride">Output channels in memory, padding included.</param>
    /// <param name="begin">The first input channel.</param>
    /// <param name="end">The input channel after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Gradient<S, V, TWindow>(
        ref float transformed, int blocks, ref float gradient, int inputs, int columns, int stride, int begin, int end)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
    {
        nint matrix = (nint)inputs * stride;
        var sum = new BlockSum<S, V>(blocks, TWindow.Elements * matrix);
        for (int channel = begin; channel < end; channel++)
            for (int column = 0; column < columns; column += S.Lanes)
            {
                ref float u = ref Unsafe.Add(ref transformed, ((nint)channel * stride) + column);
                ref float target = ref Unsafe.Add(ref gradient, ((nint)channel * stride) + column);
                if (TWindow.IsLine)
                {
                    Row<S, V, TWindow>(
                        ref target, matrix, 0,
                        sum.At(ref u), sum.At(ref Unsafe.Add(ref u, matrix)), sum.At(ref Unsafe.Add(ref u, 2 * matrix)),
                        sum.At(ref Unsafe.Add(ref u, 3 * matrix)), sum.At(ref Unsafe.Add(ref u, 4 * matrix)),
                        sum.At(ref Unsafe.Add(ref u, 5 * matrix)));
                    continue;
                }

                // Gᵀ·u: each column of elements.
                Column<S, V, TWindow>(ref u, in sum, matrix, 0, out V a0, out V a1, out V a2, out V a3, out V a4);
                Column<S, V, TWindow>(ref u, in sum, matrix, 1, out V b0, out V b1, out V b2, out V b3, out V b4);
                Column<S, V, TWindow>(ref u, in sum, matrix, 2, out V c0, out V c1, out V c2, out V c3, out V c4);
                Column<S, V, TWindow>(ref u, in sum, matrix, 3, out V d0, out V d1, out V d2, out V d3, out V d4);
                Column<S, V, TWindow>(ref u, in sum, matrix, 4, out V e0, out V e1, out V e2, out V e3, out V e4);
                Column<S, V, TWindow>(ref u, in sum, matrix, 5, out V f0, out V f1, out V f2, out V f3, out V f4);

                // (Gᵀ·u)·G: each row of it.
                Row<S, V, TWindow>(ref target, matrix, 0, a0, b0, c0, d0, e0, f0);
                Row<S, V, TWindow>(ref target, matrix, 1, a1, b1, c1, d1, e1, f1);
                if (Unsafe.SizeOf<TWindow>() < 5)
                    Row<S, V, TWindow>(ref target, matrix, 2, a2, b2, c2, d2, e2, f2);
                if (Unsafe.SizeOf<TWindow>() < 4)
                    Row<S, V, TWindow>(ref target, matrix, 3, a3, b3, c3, d3, e3, f3);
                if (Unsafe.SizeOf<TWindow>() < 3)
                    Row<S, V, TWindow>(ref target, matrix, 4, a4, b4, c4, d4, e4, f4);
            }
    }

    /// <summary>G on lines of adjacent weights of an input channel, stored to the panels of six elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ToPanels<S, V, TWindow>(
        ref float source, nint sourceStride, ref float target, int inputs, int columns, int channel)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
    {
        int panel = WinogradPanels.Columns<S, V>();
        for (int first = 0, width; first < columns; first += width)
        {
            width = Math.Min(panel, columns - first);
            ref float inPanel = ref Unsafe.Add(ref target, ((nint)first * inputs) + ((nint)channel * width));
            Lines<S, V, TWindow>(ref Unsafe.Add(ref source, first), sourceStride, ref inPanel, (nint)inputs * columns, width);
        }
    }

    /// <summary>G on lines of adjacent weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Lines<S, V, TWindow>(ref float source, nint sourceStride, ref float target, nint targetStride, int columns)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
    {
        for (int column = 0; column < columns; column += S.Lanes)
        {
            ref float g = ref Unsafe.Add(ref source, column);
            ref float t = ref Unsafe.Add(ref target, column);
            WinogradTransforms<S, V>.Weights<TWindow>(ref g, sourceStride, out V t0, out V t1, out V t2, out V t3, out V t4, out V t5);
            Unsafe.As<float, V>(ref t) = t0;
            Unsafe.As<float, V>(ref Unsafe.Add(ref t, targetStride)) = t1;
            Unsafe.As<float, V>(ref Unsafe.Add(ref t, 2 * targetStride)) = t2;
            Unsafe.As<float, V>(ref Unsafe.Add(ref t, 3 * targetStride)) = t3;
            Unsafe.As<float, V>(ref Unsafe.Add(ref t, 4 * targetStride)) = t4;
            Unsafe.As<float, V>(ref Unsafe.Add(ref t, 5 * targetStride)) = t5;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Column<S, V, TWindow>(
        ref float u, in BlockSum<S, V> sum, nint matrix, int column, out V g0, out V g1, out V g2, out V g3, out V g4)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
    {
        u = ref Unsafe.Add(ref u, column * matrix);
        WinogradTransforms<S, V>.WeightGradient<TWindow>(
            sum.At(ref u),
            sum.At(ref Unsafe.Add(ref u, 6 * matrix)),
            sum.At(ref Unsafe.Add(ref u, 12 * matrix)),
            sum.At(ref Unsafe.Add(ref u, 18 * matrix)),
            sum.At(ref Unsafe.Add(ref u, 24 * matrix)),
            sum.At(ref Unsafe.Add(ref u, 30 * matrix)),
            out g0, out g1, out g2, out g3, out g4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Row<S, V, TWindow>(ref float target, nint matrix, int row, V a, V b, V c, V d, V e, V f)
        where S : ISimd<V>
        where V : struct
        where TWindow : struct, IWinogradWindow
    {
        WinogradTransforms<S, V>.WeightGradient<TWindow>(a, b, c, d, e, f, out V g0, out V g1, out V g2, out V g3, out V g4);
        target = ref Unsafe.Add(ref target, row * TWindow.Size * matrix);
        S.Store(g0, ref target);
        S.Store(g1, ref Unsafe.Add(ref target, matrix));
        if (Unsafe.SizeOf<TWindow>() < 5)
            S.Store(g2, ref Unsafe.Add(ref target, 2 * matrix));
        if (Unsafe.SizeOf<TWindow>() < 4)
            S.Store(g3, ref Unsafe.Add(ref target, 3 * matrix));
        if (Unsafe.SizeOf<TWindow>() < 3)
            S.Store(g4, ref Unsafe.Add(ref target, 4 * matrix));
    }

    /// <summary>Adds what blocks of samples have summed, in their order.</summary>
    /// <param name="blocks">How many blocks there are.</param>
    /// <param name="stride">Floats from one to the next.</param>
    private readonly struct BlockSum<S, V>(int blocks, nint stride)
        where S : ISimd<V>
        where V : struct
    {
        private readonly int blocks = blocks;
        private readonly nint stride = stride;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V At(ref float first)
        {
            V sum = S.Load(ref first);
            for (int block = 1; block < blocks; block++)
                sum = S.Add(sum, S.Load(ref Unsafe.Add(ref first, block * stride)));
            return sum;
        }
    }
}
