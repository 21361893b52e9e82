using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>A: the gradients of the m×m outputs of a tile.</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <typeparam name="TWindow">The window.</typeparam>
internal readonly struct GradientTile<S, V, TWindow> : ITileTransform<V>
    where S : ISimd<V>
    where V : struct
    where TWindow : struct, IWinogradWindow
{
    public static int Pixels => TWindow.Tile;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void First(V d0, V d1, V d2, V d3, V d4, V d5, out V t0, out V t1, out V t2)
    {
        const double Point = WinogradTransforms<S, V>.Small;
        V even = Even((float)(Point * Point), d0, d2, d4);
        V odd = S.Scale((float)Point, Odd((float)(Point * Point), d1, d3));
        t0 = d0;
        S.AddAndSubtract(even, odd, out t1, out t2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Last(V d0, V d1, V d2, V d3, V d4, V d5, out V t3, out V t4, out V t5)
    {
        const double Point = WinogradTransforms<S, V>.Large;
        V even = Even((float)(Point * Point), d0, d2, d4);
        V odd = S.Scale((float)Point, Odd((float)(Point * Point), d1, d3));
        S.AddAndSubtract(even, odd, out t3, out t4);
        t5 = Unsafe.SizeOf<TWindow>() == 2 ? d1 : Unsafe.SizeOf<TWindow>() == 3 ? d2 : Unsafe.SizeOf<TWindow>() == 4 ? d3 : d4;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FirstOfColumn(
        int column, ref float line0, ref float line1, ref float line2, ref float line3, ref float line4, ref float line5, nint at,
        out V t0, out V t1, out V t2)
    {
        if (column >= Unsafe.SizeOf<TWindow>())
        {
            t0 = t1 = t2 = default;
            return;
        }

        V d0 = Unsafe.As<float, V>(ref Unsafe.Add(ref line0, at)), d1 = Unsafe.As<float, V>(ref Unsafe.Add(ref line1, at));
        V d2 = Unsafe.SizeOf<TWindow>() > 2 ? Unsafe.As<float, V>(ref Unsafe.Add(ref line2, at)) : default;
        V d3 = Unsafe.SizeOf<TWindow>() > 3 ? Unsafe.As<float, V>(ref Unsafe.Add(ref line3, at)) : default;
        V d4 = Unsafe.SizeOf<TWindow>() > 4 ? Unsafe.As<float, V>(ref Unsafe.Add(ref line4, at)) : default;
        First(d0, d1, d2, d3, d4, default, out t0, out t1, out t2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LastOfColumn(
        int column, ref float line0, ref float line1, ref float line2, ref float line3, ref float line4, ref float line5, nint at,
        out V t3, out V t4, out V t5)
    {
        if (column >= Unsafe.SizeOf<TWindow>())
        {
            t3 = t4 = t5 = default;
            return;
        }

        V d0 = Unsafe.As<float, V>(ref Unsafe.Add(ref line0, at)), d1 = Unsafe.As<float, V>(ref Unsafe.Add(ref line1, at));
        V d2 = Unsafe.SizeOf<TWindow>() > 2 ? Unsafe.As<float, V>(ref Unsafe.Add(ref line2, at)) : default;
        V d3 = Unsafe.SizeOf<TWindow>() > 3 ? Unsafe.As<float, V>(ref Unsafe.Add(ref line3, at)) : default;
        V d4 = Unsafe.SizeOf<TWindow>() > 4 ? Unsafe.As<float, V>(ref Unsafe.Add(ref line4, at)) : default;
        Last(d0, d1, d2, d3, d4, default, out t3, out t4, out t5);
    }

    /// <summary>
    /// The even terms of a polynomial with the tile's gradients as its coefficients, by Horner's rule in the square of the point.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Even(float square, V y0, V y2, V y4) =>
        Unsafe.SizeOf<TWindow>() > 4 ? S.Axpy(square, S.Axpy(square, y4, y2), y0)
        : Unsafe.SizeOf<TWindow>() > 2 ? S.Axpy(square, y2, y0)
        : y0;

    /// <summary>The odd terms, divided by the point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Odd(float square, V y1, V y3) =>
        Unsafe.SizeOf<TWindow>() > 3 ? S.Axpy(square, y3, y1) : y1;
}
