namespace NetGen.Compiler.Graph;

/// <summary>
/// The sizes of Winograd's algorithm F(m, r) along one axis (Lavin and Gray, arXiv 1509.09308): m outputs of r weights come from
/// m + r − 1 = 6 multiplications, at the same six points whatever r.
/// </summary>
/// <param name="Window">r, 2 to 5.</param>
/// <param name="IsLine">Whether windows and tiles are one row of pixels: 1×r and 1×m.</param>
internal readonly record struct WinogradSize(int Window, bool IsLine = false)
{
    /// <summary>Numbers of a line that are multiplied: also the pixels that a tile sees.</summary>
    public const int Places = 6;

    public const int SmallestWindow = 2;

    public const int LargestWindow = 5;

    /// <summary>m, the output pixels of a tile.</summary>
    public int Tile => Places + 1 - Window;

    /// <summary>Rows of the window.</summary>
    public int WindowHeight => IsLine ? 1 : Window;

    /// <summary>Rows of output pixels of a tile.</summary>
    public int TileHeight => IsLine ? 1 : Tile;

    /// <summary>Rows of elements of a transformed tile, of <see cref="Places"/> each.</summary>
    public int Rows => IsLine ? 1 : Places;

    /// <summary>Elements of a transformed tile: multiplications for each pair of channels.</summary>
    public int Elements => Rows * Places;

    /// <summary>The size for the windows of a convolution.</summary>
    public static WinogradSize Of(ConvolutionGeometry geometry) => new(geometry.KernelWidth, geometry.KernelHeight == 1);

    public override string ToString() => IsLine ? $"F({Tile}, {Window})" : $"F({Tile}×{Tile}, {Window}×{Window})";
}
