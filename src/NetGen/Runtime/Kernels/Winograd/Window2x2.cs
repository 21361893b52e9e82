using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>F(5×5, 2×2): a window of 2×2, and tiles of 5×5 output pixels.</summary>
[StructLayout(LayoutKind.Sequential, Size = 5)]
public readonly struct Window2x2 : IWinogradWindow
{
    /// <inheritdoc/>
    public static int Size => 2;

    /// <inheritdoc/>
    public static int Tile => 5;

    /// <inheritdoc/>
    public static bool IsLine => false;

    /// <inheritdoc/>
    public static int Elements => 36;

    /// <inheritdoc/>
    public static int TileHeight => 5;
}
