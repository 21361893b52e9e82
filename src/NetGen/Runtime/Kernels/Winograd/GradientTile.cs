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
    public static void First(V d0, V d1, V d2, V d3, V d4, V d5, out V t0, out V t1, out V t2) =>
        WinogradTransforms<S, V>.FirstOfGradient<TWindow>(d0, d1, d2, d3, d4, out t0, out t1, out t2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Last(V d0, V d1, V d2, V d3, V d4, V d5, out V t3, out V t4, out V t5) =>
        WinogradTransforms<S, V>.LastOfGradient<TWindow>(d0, d1, d2, d3, d4, out t3, out t4, out t5);

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
        WinogradTransforms<S, V>.FirstOfGradient<TWindow>(d0, d1, d2, d3, d4, out t0, out t1, out t2);
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
        WinogradTransforms<S, V>.LastOfGradient<TWindow>(d0, d1, d2, d3, d4, out t3, out t4, out t5);
    }
}
