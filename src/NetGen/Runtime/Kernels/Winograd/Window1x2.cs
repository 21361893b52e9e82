using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>F(5, 2): a window of 2 pixels of a line, and tiles of 5 output pixels.</summary>
[StructLayout(LayoutKind.Sequential, Size = 5)]
public readonly struct Window1x2 : IWinogradWindow
{
    /// <inheritdoc/>
    public static int Size => 2;

    /// <inheritdoc/>
    public static int Tile => 5;

    /// <inheritdoc/>
    public static bool IsLine => true;

    /// <inheritdoc/>
    public static int Elements => 6;

    /// <inheritdoc/>
    public static int TileHeight => 1;
}
