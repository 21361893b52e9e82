using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>F(2, 5): a window of 5 pixels of a line, and tiles of 2 output pixels.</summary>
[StructLayout(LayoutKind.Sequential, Size = 2)]
public readonly struct Window1x5 : IWinogradWindow
{
    /// <inheritdoc/>
    public static int Size => 5;

    /// <inheritdoc/>
    public static int Tile => 2;

    /// <inheritdoc/>
    public static bool IsLine => true;

    /// <inheritdoc/>
    public static int Elements => 6;

    /// <inheritdoc/>
    public static int TileHeight => 1;
}
