using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// The one-dimensional transforms of Winograd's F(m, r) with m + r − 1 = 6 (Lavin and Gray, arXiv 1509.09308; Toom
/// and Cook's interpolation), on vectors of channels. The README of this folder has the matrices and the reason
/// for the points 0, ±√½, ±√2 and infinity.
/// </summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
internal static class WinogradTransforms<S, V>
    where S : ISimd<V>
    where V : struct
{
    private const double Small = 0.70710678118654752;
    private const double Large = 1.4142135623730951;
    private const double SmallScale = -2.0 / 3;
    private const double LargeScale = 1.0 / 6;

    /// <summary>The first half of Bᵀ: pixels of a line become the first three elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FirstOfImage(V d0, V d1, V d2, V d3, V d4, out V t0, out V t1, out V t2)
    {
        V even = S.Axpy(-2f, d2, d4);
        V odd = S.ScaledAxpy((float)Small, -2f, d1, d3);
        t0 = S.AxpyOfSum(-2.5f, d2, d0, d4);
        S.AddAndSubtract(even, odd, out t1, out t2);
    }

    /// <summary>The last half of Bᵀ: pixels of a line become the last three elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LastOfImage(V d1, V d2, V d3, V d4, V d5, out V t3, out V t4, out V t5)
    {
        V even = S.Axpy(-0.5f, d2, d4);
        V odd = S.ScaledAxpy((float)Large, -0.5f, d1, d3);
        S.AddAndSubtract(even, odd, out t3, out t4);
        t5 = S.AxpyOfSum(-2.5f, d3, d1, d5);
    }

    /// <summary>The first half of A: the gradients of a tile's outputs of a line become the first three elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FirstOfGradient<TWindow>(V y0, V y1, V y2, V y3, V y4, out V t0, out V t1, out V t2)
        where TWindow : struct, IWinogradWindow
    {
        V even = Even<TWindow>((float)(Small * Small), y0, y2, y4);
        V odd = S.Scale((float)Small, Odd<TWindow>((float)(Small * Small), y1, y3));
        t0 = y0;
        S.AddAndSubtract(even, odd, out t1, out t2);
    }

    /// <summary>The last half of A.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LastOfGradient<TWindow>(V y0, V y1, V y2, V y3, V y4, out V t3, out V t4, out V t5)
        where TWindow : struct, IWinogradWindow
    {
        V even = Even<TWindow>((float)(Large * Large), y0, y2, y4);
        V odd = S.Scale((float)Large, Odd<TWindow>((float)(Large * Large), y1, y3));
        S.AddAndSubtract(even, odd, out t3, out t4);
        t5 = Unsafe.SizeOf<TWindow>() == 2 ? y1 : Unsafe.SizeOf<TWindow>() == 3 ? y2 : Unsafe.SizeOf<TWindow>() == 4 ? y3 : y4;
    }

    /// <summary>Aᵀ of F(2, 5): the six products of a line become two outputs. The others are zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TwoOutputs(V m0, V m1, V m2, V m3, V m4, V m5, out V y0, out V y1, out V y2, out V y3, out V y4)
    {
        Sums(m1, m2, m3, m4, out V even, out V odd, out V evenOfLarge, out V oddOfLarge);
        y0 = S.Add(m0, even, evenOfLarge);
        y1 = S.Axpy((float)Small, S.Axpy(2f, oddOfLarge, odd), m5);
        y2 = y3 = y4 = default;
    }

    /// <summary>Aᵀ of F(3, 4): three outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ThreeOutputs(V m0, V m1, V m2, V m3, V m4, V m5, out V y0, out V y1, out V y2, out V y3, out V y4)
    {
        Sums(m1, m2, m3, m4, out V even, out V odd, out V evenOfLarge, out V oddOfLarge);
        y0 = S.Add(m0, even, evenOfLarge);
        y1 = S.ScaledAxpy((float)Small, 2f, oddOfLarge, odd);
        y2 = S.Axpy(0.5f, S.Axpy(4f, evenOfLarge, even), m5);
        y3 = y4 = default;
    }

    /// <summary>Aᵀ of F(4, 3): four outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FourOutputs(V m0, V m1, V m2, V m3, V m4, V m5, out V y0, out V y1, out V y2, out V y3, out V y4)
    {
        Sums(m1, m2, m3, m4, out V even, out V odd, out V evenOfLarge, out V oddOfLarge);
        y0 = S.Add(m0, even, evenOfLarge);
        y1 = S.ScaledAxpy((float)Small, 2f, oddOfLarge, odd);
        y2 = S.ScaledAxpy(0.5f, 4f, evenOfLarge, even);
        y3 = S.Axpy((float)(0.5 * Small), S.Axpy(8f, oddOfLarge, odd), m5);
        y4 = default;
    }

    /// <summary>Aᵀ of F(5, 2): five outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FiveOutputs(V m0, V m1, V m2, V m3, V m4, V m5, out V y0, out V y1, out V y2, out V y3, out V y4)
    {
        Sums(m1, m2, m3, m4, out V even, out V odd, out V evenOfLarge, out V oddOfLarge);
        y0 = S.Add(m0, even, evenOfLarge);
        y1 = S.ScaledAxpy((float)Small, 2f, oddOfLarge, odd);
        y2 = S.ScaledAxpy(0.5f, 4f, evenOfLarge, even);
        y3 = S.ScaledAxpy((float)(0.5 * Small), 8f, oddOfLarge, odd);
        y4 = S.Axpy(0.25f, S.Axpy(16f, evenOfLarge, even), m5);
    }

    /// <summary>G of F(5, 2): two weights become six elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TwoWeights(ref float weight, nint stride, out V t0, out V t1, out V t2, out V t3, out V t4, out V t5)
    {
        V g0 = Unsafe.As<float, V>(ref weight), g1 = Unsafe.As<float, V>(ref Unsafe.Add(ref weight, stride));
        V even = S.Scale((float)SmallScale, g0), odd = S.Scale((float)(SmallScale * Small), g1);
        V evenOfLarge = S.Scale((float)LargeScale, g0), oddOfLarge = S.Scale((float)(LargeScale * Large), g1);
        t0 = g0;
        Pairs(even, odd, evenOfLarge, oddOfLarge, out t1, out t2, out t3, out t4);
        t5 = g1;
    }

    /// <summary>G of F(4, 3): three weights become six elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ThreeWeights(ref float weight, nint stride, out V t0, out V t1, out V t2, out V t3, out V t4, out V t5)
    {
        V g0 = Unsafe.As<float, V>(ref weight), g1 = Unsafe.As<float, V>(ref Unsafe.Add(ref weight, stride));
        V g2 = Unsafe.As<float, V>(ref Unsafe.Add(ref weight, 2 * stride));
        V even = S.Scale((float)SmallScale, g0), odd = S.Scale((float)(SmallScale * Small), g1);
        V evenOfLarge = S.Scale((float)LargeScale, g0), oddOfLarge = S.Scale((float)(LargeScale * Large), g1);
        even = S.Axpy((float)(SmallScale * 0.5), g2, even);
        evenOfLarge = S.Axpy((float)(LargeScale * 2), g2, evenOfLarge);
        t0 = g0;
        Pairs(even, odd, evenOfLarge, oddOfLarge, out t1, out t2, out t3, out t4);
        t5 = g2;
    }

    /// <summary>G of F(3, 4): four weights become six elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FourWeights(ref float weight, nint stride, out V t0, out V t1, out V t2, out V t3, out V t4, out V t5)
    {
        V g0 = Unsafe.As<float, V>(ref weight), g1 = Unsafe.As<float, V>(ref Unsafe.Add(ref weight, stride));
        V g2 = Unsafe.As<float, V>(ref Unsafe.Add(ref weight, 2 * stride));
        V g3 = Unsafe.As<float, V>(ref Unsafe.Add(ref weight, 3 * stride));
        V even = S.Scale((float)SmallScale, g0), odd = S.Scale((float)(SmallScale * Small), g1);
        V evenOfLarge = S.Scale((float)LargeScale, g0), oddOfLarge = S.Scale((float)(LargeScale * Large), g1);
        even = S.Axpy((float)(SmallScale * 0.5), g2, even);
        evenOfLarge = S.Axpy((float)(LargeScale * 2), g2, evenOfLarge);
        odd = S.Axpy((float)(SmallScale * 0.5 * Small), g3, odd);
        oddOfLarge = S.Axpy((float)(LargeScale * 2 * Large), g3, oddOfLarge);
        t0 = g0;
        Pairs(even, odd, evenOfLarge, oddOfLarge, out t1, out t2, out t3, out t4);
        t5 = g3;
    }

    /// <summary>G of F(2, 5): five weights become six elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FiveWeights(ref float weight, nint stride, out V t0, out V t1, out V t2, out V t3, out V t4, out V t5)
    {
        V g0 = Unsafe.As<float, V>(ref weight), g1 = Unsafe.As<float, V>(ref Unsafe.Add(ref weight, stride));
        V g2 = Unsafe.As<float, V>(ref Unsafe.Add(ref weight, 2 * stride));
        V g3 = Unsafe.As<float, V>(ref Unsafe.Add(ref weight, 3 * stride));
        V g4 = Unsafe.As<float, V>(ref Unsafe.Add(ref weight, 4 * stride));
        V even = S.Scale((float)SmallScale, g0), odd = S.Scale((float)(SmallScale * Small), g1);
        V evenOfLarge = S.Scale((float)LargeScale, g0), oddOfLarge = S.Scale((float)(LargeScale * Large), g1);
        even = S.Axpy((float)(SmallScale * 0.5), g2, even);
        evenOfLarge = S.Axpy((float)(LargeScale * 2), g2, evenOfLarge);
        odd = S.Axpy((float)(SmallScale * 0.5 * Small), g3, odd);
        oddOfLarge = S.Axpy((float)(LargeScale * 2 * Large), g3, oddOfLarge);
        even = S.Axpy((float)(SmallScale * 0.25), g4, even);
        evenOfLarge = S.Axpy((float)(LargeScale * 4), g4, evenOfLarge);
        t0 = g0;
        Pairs(even, odd, evenOfLarge, oddOfLarge, out t1, out t2, out t3, out t4);
        t5 = g4;
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

    /// <summary>The values at the points and at their opposites: the even terms plus and minus the odd ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pairs(V even, V odd, V evenOfLarge, V oddOfLarge, out V t1, out V t2, out V t3, out V t4)
    {
        S.AddAndSubtract(even, odd, out t1, out t2);
        S.AddAndSubtract(evenOfLarge, oddOfLarge, out t3, out t4);
    }

    /// <summary>The products at a pair of points, summed and subtracted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sums(V m1, V m2, V m3, V m4, out V even, out V odd, out V evenOfLarge, out V oddOfLarge)
    {
        S.AddAndSubtract(m1, m2, out even, out odd);
        S.AddAndSubtract(m3, m4, out evenOfLarge, out oddOfLarge);
    }

    /// <summary>
    /// The even terms of a polynomial with the tile's gradients as its coefficients, by Horner's rule in the square of the point.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Even<TWindow>(float square, V y0, V y2, V y4)
        where TWindow : struct, IWinogradWindow =>
        Unsafe.SizeOf<TWindow>() > 4 ? S.Axpy(square, S.Axpy(square, y4, y2), y0)
        : Unsafe.SizeOf<TWindow>() > 2 ? S.Axpy(square, y2, y0)
        : y0;

    /// <summary>The odd terms, divided by the point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Odd<TWindow>(float square, V y1, V y3)
        where TWindow : struct, IWinogradWindow =>
        Unsafe.SizeOf<TWindow>() > 3 ? S.Axpy(square, y3, y1) : y1;
}
