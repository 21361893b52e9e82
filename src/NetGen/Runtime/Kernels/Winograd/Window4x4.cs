using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>F(3×3, 4×4): a window of 4×4, and tiles of 3×3 output pixels.</summary>
[StructLayout(LayoutKind.Sequential, Size = 3)]
public readonly struct Window4x4 : IWinogradWindow
{
    /// <inheritdoc/>
    public static int Size => 4;

    /// <inheritdoc/>
    public static int Tile => 3;

    /// <inheritdoc/>
    public static bool IsLine => false;

    /// <inheritdoc/>
    public static int Elements => 36;

    /// <inheritdoc/>
    public static int TileHeight => 3;
}
