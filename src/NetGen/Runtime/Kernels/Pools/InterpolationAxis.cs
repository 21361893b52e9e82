namespace NetGen.Runtime;

/// <summary>
/// Where the rows of a resized image come from. Row i lies at a place among the rows of the image. It is the row there, or a mean of the
/// two around it (https://docs.pytorch.org/docs/stable/generated/torch.nn.Upsample.html).
/// </summary>
/// <param name="size">The rows of the image.</param>
/// <param name="count">The rows that come out.</param>
/// <param name="factor">
/// The factor by which the image becomes larger, where that is not <paramref name="count"/> / <paramref name="size"/>; else 0.
/// </param>
/// <param name="alignsCorners">Whether the first and the last rows lie at the first and the last; else the borders of the image do.</param>
public readonly struct InterpolationAxis(int size, int count, double factor = 0, bool alignsCorners = false)
{
    internal readonly int Count = count;
    private readonly int size = size;
    private readonly double factor = factor;
    private readonly bool alignsCorners = alignsCorners;
    private readonly double step = alignsCorners
        ? count > 1 ? (size - 1.0) / (count - 1) : 0
        : factor > 0 ? 1 / factor : (double)size / count;

    /// <summary>The row of the image that a row is.</summary>
    internal int Nearest(int row) => factor > 0 ? (int)(row / factor) : (int)((long)row * size / Count);

    /// <summary>The two rows of the image that a row lies between, and the share of the second.</summary>
    internal (int First, int Second, float Share) Between(int row)
    {
        double place = alignsCorners ? row * step : Math.Max(((row + 0.5) * step) - 0.5, 0);
        int first = (int)place;
        return (first, Math.Min(first + 1, size - 1), (float)(place - first));
    }
}
