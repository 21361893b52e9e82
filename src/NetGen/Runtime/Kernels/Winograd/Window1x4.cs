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
}
