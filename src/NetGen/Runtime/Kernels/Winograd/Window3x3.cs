using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>F(4×4, 3×3): a window of 3×3, and tiles of 4×4 output pixels.</summary>
[StructLayout(LayoutKind.Sequential, Size = 4)]
public readonly struct Window3x3 : IWinogradWindow
{
    /// <inheritdoc/>
    public static int Size => 3;

    /// <inheritdoc/>
    public static int Tile => 4;

    /// <inheritdoc/>
    public static bool IsLine => false;

    /// <inheritdoc/>
    public static int Elements => 36;

    /// <inheritdoc/>
    public static int TileHeight => 4;
}
