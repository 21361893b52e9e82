namespace NetGen.Runtime;

/// <summary>By what the sum over a window is divided (https://docs.pytorch.org/docs/stable/generated/torch.nn.AvgPool2d.html).</summary>
public readonly struct PoolDivisor
{
    private readonly int number;
    private readonly bool countsPadding;

    private PoolDivisor(int number, bool countsPadding) => (this.number, this.countsPadding) = (number, countsPadding);

    /// <summary>As many positions as the window has in the image.</summary>
    public static PoolDivisor Positions => default;

    /// <summary>As many positions as the window has in the image and its padding.</summary>
    public static PoolDivisor PositionsWithPadding => new(0, countsPadding: true);

    /// <summary>The same number for all windows.</summary>
    /// <param name="number">The number, at least 1.</param>
    public static PoolDivisor Of(int number) => new(number, countsPadding: false);

    /// <summary>1 / the divisor of the window at y, x.</summary>
    internal float Reciprocal(PoolAxis height, PoolAxis width, int y, int x) =>
        1f / (number > 0 ? number : height.Extent(y, countsPadding) * width.Extent(x, countsPadding));
}
