namespace NetGen.Runtime;

/// <summary>
/// The window of a convolution by Winograd's algorithm: F(m×m, r×r), or F(m, r) along the lines of an image, with m + r − 1 = 6. It is a
/// type, so that transforms are compiled without the code that another window needs.
/// </summary>
/// <remarks>
/// It has as many bytes as <see cref="Tile"/> says. The JIT knows a type's size when it first reads a condition, and leaves out what does
/// not hold; a property's value only after it has expanded both sides.
/// </remarks>
public interface IWinogradWindow
{
    /// <summary>r, the weights along one axis: 2 to 5.</summary>
    static abstract int Size { get; }

    /// <summary>m = 7 − r, the output pixels of a tile along one axis.</summary>
    static abstract int Tile { get; }

    /// <summary>Whether the window and its tiles are one row of pixels, which is transformed along one axis.</summary>
    static abstract bool IsLine { get; }

    /// <summary>The elements of a transformed tile.</summary>
    static abstract int Elements { get; }

    /// <summary>Rows of output pixels of a tile.</summary>
    static abstract int TileHeight { get; }

    /// <summary>Aᵀ: the six products of a line become a tile's outputs; those beyond the tile are zero.</summary>
    /// <remarks>
    /// A method, as <see cref="Weight"/>, and not a question of <see cref="Tile"/>: the JIT would expand what other tiles compute too
    /// before it drops it, which took a third of its time.
    /// </remarks>
    internal static abstract void Output<S, V>(
        V m0, V m1, V m2, V m3, V m4, V m5, out V y0, out V y1, out V y2, out V y3, out V y4)
        where S : ISimd<V>
        where V : struct;

    /// <summary>G: the weights of a line, <paramref name="stride"/> floats from one to the next, become six elements.</summary>
    internal static abstract void Weight<S, V>(
        ref float weight, nint stride, out V t0, out V t1, out V t2, out V t3, out V t4, out V t5)
        where S : ISimd<V>
        where V : struct;
}
