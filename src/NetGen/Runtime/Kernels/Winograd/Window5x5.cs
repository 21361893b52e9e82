using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>F(2×2, 5×5): a window of 5×5, and tiles of 2×2 output pixels.</summary>
[StructLayout(LayoutKind.Sequential, Size = 2)]
public readonly struct Window5x5 : IWinogradWindow
{
    /// <inheritdoc/>
    public static int Size => 5;

    /// <inheritdoc/>
    public static int Tile => 2;

    /// <inheritdoc/>
    public static bool IsLine => false;

    /// <inheritdoc/>
    public static int Elements => 36;

    /// <inheritdoc/>
    public static int TileHeight => 2;
}
