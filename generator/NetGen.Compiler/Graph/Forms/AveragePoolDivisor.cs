namespace NetGen.Compiler.Graph;

/// <summary>
/// By what the sum over a window is divided: a fixed number; else the window's size with the padding that it covers
/// (<paramref name="CountIncludePad"/>) or without.
/// </summary>
internal sealed record AveragePoolDivisor(int? Fixed, bool CountIncludePad)
{
    /// <summary>The divisor of the window at (y, x).</summary>
    public int Of(PoolAxis height, PoolAxis width, int y, int x) =>
        Fixed ?? Extent(height, y) * Extent(width, x);

    /// <summary>How many positions the window counts along one axis.</summary>
    public int Extent(PoolAxis axis, int window)
    {
        int low = CountIncludePad ? -axis.Padding : 0;
        int high = axis.Size + (CountIncludePad ? axis.PaddingAfter : 0);
        return Math.Min(axis.End(window), high) - Math.Max(axis.Start(window), low);
    }
}
