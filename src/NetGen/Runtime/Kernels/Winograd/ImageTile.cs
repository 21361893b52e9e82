using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Bᵀ: the 6×6 pixels that a convolution reads for a tile of its outputs.</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
internal readonly struct ImageTile<S, V> : ITileTransform<V>
    where S : ISimd<V>
    where V : struct
{
    public static int Pixels => 6;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void First(V d0, V d1, V d2, V d3, V d4, V d5, out V t0, out V t1, out V t2)
    {
        V even = S.Axpy(-2f, d2, d4);
        V odd = S.ScaledAxpy((float)WinogradTransforms<S, V>.Small, -2f, d1, d3);
        t0 = S.AxpyOfSum(-2.5f, d2, d0, d4);
        S.AddAndSubtract(even, odd, out t1, out t2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Last(V d0, V d1, V d2, V d3, V d4, V d5, out V t3, out V t4, out V t5)
    {
        V even = S.Axpy(-0.5f, d2, d4);
        V odd = S.ScaledAxpy((float)WinogradTransforms<S, V>.Large, -0.5f, d1, d3);
        S.AddAndSubtract(even, odd, out t3, out t4);
        t5 = S.AxpyOfSum(-2.5f, d3, d1, d5);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FirstOfColumn(
        int column, ref float line0, ref float line1, ref float line2, ref float line3, ref float line4, ref float line5, nint at,
        out V t0, out V t1, out V t2) =>
        First(
            Unsafe.As<float, V>(ref Unsafe.Add(ref line0, at)), Unsafe.As<float, V>(ref Unsafe.Add(ref line1, at)),
            Unsafe.As<float, V>(ref Unsafe.Add(ref line2, at)), Unsafe.As<float, V>(ref Unsafe.Add(ref line3, at)),
            Unsafe.As<float, V>(ref Unsafe.Add(ref line4, at)), default, out t0, out t1, out t2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LastOfColumn(
        int column, ref float line0, ref float line1, ref float line2, ref float line3, ref float line4, ref float line5, nint at,
        out V t3, out V t4, out V t5) =>
        Last(
            default, Unsafe.As<float, V>(ref Unsafe.Add(ref line1, at)), Unsafe.As<float, V>(ref Unsafe.Add(ref line2, at)),
            Unsafe.As<float, V>(ref Unsafe.Add(ref line3, at)), Unsafe.As<float, V>(ref Unsafe.Add(ref line4, at)),
            Unsafe.As<float, V>(ref Unsafe.Add(ref line5, at)), out t3, out t4, out t5);
}
