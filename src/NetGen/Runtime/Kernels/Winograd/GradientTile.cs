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
    public static void FirstOfColumn(
        ref float line0, ref float line1, ref float line2, ref float line3, ref float line4, ref float line5, nint at,
        out V t0, out V t1, out V t2)
    {
        Column(ref line0, ref line1, ref line2, ref line3, ref line4, at, out V d0, out V d1, out V d2, out V d3, out V d4);
        WinogradTransforms<S, V>.FirstOfGradient<TWindow>(d0, d1, d2, d3, d4, out t0, out t1, out t2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LastOfColumn(
        ref float line0, ref float line1, ref float line2, ref float line3, ref float line4, ref float line5, nint at,
        out V t3, out V t4, out V t5)
    {
        Column(ref line0, ref line1, ref line2, ref line3, ref line4, at, out V d0, out V d1, out V d2, out V d3, out V d4);
        WinogradTransforms<S, V>.LastOfGradient<TWindow>(d0, d1, d2, d3, d4, out t3, out t4, out t5);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void First(V d0, V d1, V d2, V d3, V d4, V d5, out V t0, out V t1, out V t2) =>
        WinogradTransforms<S, V>.FirstOfGradient<TWindow>(d0, d1, d2, d3, d4, out t0, out t1, out t2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Last(V d0, V d1, V d2, V d3, V d4, V d5, out V t3, out V t4, out V t5) =>
        WinogradTransforms<S, V>.LastOfGradient<TWindow>(d0, d1, d2, d3, d4, out t3, out t4, out t5);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Column(
        ref float line0, ref float line1, ref float line2, ref float line3, ref float line4, nint at,
        out V d0, out V d1, out V d2, out V d3, out V d4)
    {
        d0 = S.Load(ref Unsafe.Add(ref line0, at));
        d1 = S.Load(ref Unsafe.Add(ref line1, at));
        d2 = TWindow.Tile > 2 ? S.Load(ref Unsafe.Add(ref line2, at)) : S.Zero;
        d3 = TWindow.Tile > 3 ? S.Load(ref Unsafe.Add(ref line3, at)) : S.Zero;
        d4 = TWindow.Tile > 4 ? S.Load(ref Unsafe.Add(ref line4, at)) : S.Zero;
    }
}
