using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// The one-dimensional transforms of Winograd's F(m, r) with m + r − 1 = 6 (Lavin and Gray, arXiv 1509.09308; Toom
/// and Cook's interpolation), on vectors of channels: of weights, of products to outputs, and of a weight's gradient. Those of pixels are
/// <see cref="ImageTile{S, V}"/> and <see cref="GradientTile{S, V, TWindow}"/>. The README of this folder has the matrices and the reason
/// for the points 0, ±√½, ±√2 and infinity.
/// </summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
internal static class WinogradTransforms<S, V>
    where S : ISimd<V>
    where V : struct
{
    /// <summary>√½, the smaller point; its opposite is another.</summary>
    internal const double Small = 0.70710678118654752;

    /// <summary>√2, the larger point.</summary>
    internal const double Large = 1.4142135623730951;

    private const double SmallScale = -2.0 / 3;
    private const double LargeScale = 1.0 / 6;

    /// <summary>Aᵀ: the six products of a line become a tile's outputs, two to five. The others are zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Outputs<TWindow>(V m0, V m1, V m2, V m3, V m4, V m5, out V y0, out V y1, out V y2, out V y3, out V y4)
        where TWindow : struct, IWinogradWindow
    {
        // The products at a pair of points, summed and subtracted.
        S.AddAndSubtract(m1, m2, out V even, out V odd);
        S.AddAndSubtract(m3, m4, out V evenOfLarge, out V oddOfLarge);
        y0 = S.Add(m0, even, evenOfLarge);
        y2 = y3 = y4 = default;
        if (Unsafe.SizeOf<TWindow>() == 2)
        {
            y1 = S.Axpy((float)Small, S.Axpy(2f, oddOfLarge, odd), m5);
            return;
        }

        y1 = S.ScaledAxpy((float)Small, 2f, oddOfLarge, odd);
        if (Unsafe.SizeOf<TWindow>() == 3)
        {
            y2 = S.Axpy(0.5f, S.Axpy(4f, evenOfLarge, even), m5);
            return;
        }

        y2 = S.ScaledAxpy(0.5f, 4f, evenOfLarge, even);
        if (Unsafe.SizeOf<TWindow>() == 4)
        {
            y3 = S.Axpy((float)(0.5 * Small), S.Axpy(8f, oddOfLarge, odd), m5);
            return;
        }

        y3 = S.ScaledAxpy((float)(0.5 * Small), 8f, oddOfLarge, odd);
        y4 = S.Axpy(0.25f, S.Axpy(16f, evenOfLarge, even), m5);
    }

    /// <summary>
    /// G: the weights of a line, two to five, <paramref name="stride"/> floats from one to the next, become six elements.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Weights<TWindow>(ref float weight, nint stride, out V t0, out V t1, out V t2, out V t3, out V t4, out V t5)
        where TWindow : struct, IWinogradWindow
    {
        V g0 = Unsafe.As<float, V>(ref weight), g1 = Unsafe.As<float, V>(ref Unsafe.Add(ref weight, stride));
        V even = S.Scale((float)SmallScale, g0), odd = S.Scale((float)(SmallScale * Small), g1);
        V evenOfLarge = S.Scale((float)LargeScale, g0), oddOfLarge = S.Scale((float)(LargeScale * Large), g1);
        (t0, t5) = (g0, g1);
        if (Unsafe.SizeOf<TWindow>() < 5)
        {
            V g2 = Unsafe.As<float, V>(ref Unsafe.Add(ref weight, 2 * stride));
            even = S.Axpy((float)(SmallScale * 0.5), g2, even);
            evenOfLarge = S.Axpy((float)(LargeScale * 2), g2, evenOfLarge);
            t5 = g2;
        }

        if (Unsafe.SizeOf<TWindow>() < 4)
        {
            V g3 = Unsafe.As<float, V>(ref Unsafe.Add(ref weight, 3 * stride));
            odd = S.Axpy((float)(SmallScale * 0.5 * Small), g3, odd);
            oddOfLarge = S.Axpy((float)(LargeScale * 2 * Large), g3, oddOfLarge);
            t5 = g3;
        }

        if (Unsafe.SizeOf<TWindow>() < 3)
        {
            V g4 = Unsafe.As<float, V>(ref Unsafe.Add(ref weight, 4 * stride));
            even = S.Axpy((float)(SmallScale * 0.25), g4, even);
            evenOfLarge = S.Axpy((float)(LargeScale * 4), g4, evenOfLarge);
            t5 = g4;
        }

        // The values at the points and at their opposites: the even terms plus and minus the odd ones.
        S.AddAndSubtract(even, odd, out t1, out t2);
        S.AddAndSubtract(evenOfLarge, oddOfLarge, out t3, out t4);
    }

    /// <summary>
    /// Gᵀ: turns the gradients of the six elements of a line into those of its weights. Those beyond the window are not computed.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WeightGradient<TWindow>(V u0, V u1, V u2, V u3, V u4, V u5, out V g0, out V g1, out V g2, out V g3, out V g4)
        where TWindow : struct, IWinogradWindow
    {
        V even = S.Add(u1, u2), odd = S.Subtract(u1, u2), evenOfLarge = S.Add(u3, u4), oddOfLarge = S.Subtract(u3, u4);
        g0 = S.Axpy((float)SmallScale, even, S.Axpy((float)LargeScale, evenOfLarge, u0));
        V large1 = Unsafe.SizeOf<TWindow>() == 5
            ? S.Axpy((float)(LargeScale * Large), oddOfLarge, u5)
            : S.Scale((float)(LargeScale * Large), oddOfLarge);
        g1 = S.Axpy((float)(SmallScale * Small), odd, large1);
        g2 = g3 = g4 = default;
        if (Unsafe.SizeOf<TWindow>() < 5)
        {
            V large2 = Unsafe.SizeOf<TWindow>() == 4
                ? S.Axpy((float)(LargeScale * 2), evenOfLarge, u5)
                : S.Scale((float)(LargeScale * 2), evenOfLarge);
            g2 = S.Axpy((float)(SmallScale * 0.5), even, large2);
        }

        if (Unsafe.SizeOf<TWindow>() < 4)
        {
            V large3 = Unsafe.SizeOf<TWindow>() == 3
                ? S.Axpy((float)(LargeScale * 2 * Large), oddOfLarge, u5)
                : S.Scale((float)(LargeScale * 2 * Large), oddOfLarge);
            g3 = S.Axpy((float)(SmallScale * 0.5 * Small), odd, large3);
        }

        if (Unsafe.SizeOf<TWindow>() < 3)
        {
            V large4 = S.Axpy((float)(LargeScale * 4), evenOfLarge, u5);
            g4 = S.Axpy((float)(SmallScale * 0.25), even, large4);
        }
    }
}
