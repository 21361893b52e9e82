using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>F(3, 4): a window of 4 pixels of a line, and tiles of 3 output pixels.</summary>
[StructLayout(LayoutKind.Sequential, Size = 3)]
public readonly struct Window1x4 : IWinogradWindow
{
    /// <inheritdoc/>
    public static int Size => 4;

    /// <inheritdoc/>
    public static int Tile => 3;

    /// <inheritdoc/>
    public static bool IsLine => true;

    /// <inheritdoc/>
    public static int Elements => 6;

    /// <inheritdoc/>
    public static int TileHeight => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IWinogradWindow.Output<S, V>(
        V m0, V m1, V m2, V m3, V m4, V m5, out V y0, out V y1, out V y2, out V y3, out V y4) =>
        WinogradTransforms<S, V>.ThreeOutputs(m0, m1, m2, m3, m4, m5, out y0, out y1, out y2, out y3, out y4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IWinogradWindow.Weight<S, V>(
        ref float weight, nint stride, out V t0, out V t1, out V t2, out V t3, out V t4, out V t5) =>
        WinogradTransforms<S, V>.FourWeights(ref weight, stride, out t0, out t1, out t2, out t3, out t4, out t5);
}
