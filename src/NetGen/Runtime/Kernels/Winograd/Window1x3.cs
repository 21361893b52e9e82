using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>F(4, 3): a window of 3 pixels of a line, and tiles of 4 output pixels.</summary>
[StructLayout(LayoutKind.Sequential, Size = 4)]
public readonly struct Window1x3 : IWinogradWindow
{
    /// <inheritdoc/>
    public static int Size => 3;

    /// <inheritdoc/>
    public static int Tile => 4;

    /// <inheritdoc/>
    public static bool IsLine => true;

    /// <inheritdoc/>
    public static int Elements => 6;

    /// <inheritdoc/>
    public static int TileHeight => 1;
}
