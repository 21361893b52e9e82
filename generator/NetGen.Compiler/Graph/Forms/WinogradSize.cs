namespace NetGen.Compiler.Graph;

/// <summary>
/// The sizes of Winograd's algorithm F(m, r) along one axis (Lavin and Gray, arXiv 1509.09308): m outputs of r weights come from
/// m + r − 1 = 6 multiplications, at the same six points whatever r.
/// </summary>
/// <param name="Window">r, 2 to 5.</param>
internal readonly record struct WinogradSize(int Window)
{
    /// <summary>Numbers of a line that are multiplied: also the pixels that a tile sees.</summary>
    public const int Places = 6;

    public const int SmallestWindow = 2;

    public const int LargestWindow = 5;

    /// <summary>m, the output pixels of a tile.</summary>
    public int Tile => Places + 1 - Window;

    public override string ToString() => $"F({Tile}×{Tile}, {Window}×{Window})";
}
