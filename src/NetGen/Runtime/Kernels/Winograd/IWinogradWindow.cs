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
}
