using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>
/// Where the rows of a resized image come from. Row i lies at a place among the rows of the image. It is the row there, a mean of the two
/// around it, or a weighted sum of the four around it (https://docs.pytorch.org/docs/stable/generated/torch.nn.Upsample.html).
/// </summary>
/// <param name="size">The rows of the image.</param>
/// <param name="count">The rows that come out.</param>
/// <param name="factor">
/// The factor by which the image becomes larger, where that is not <paramref name="count"/> / <paramref name="size"/>; else 0.
/// </param>
/// <param name="alignsCorners">Whether the first and the last rows lie at the first and the last; else the borders of the image do.</param>
public readonly struct InterpolationAxis(int size, int count, double factor = 0, bool alignsCorners = false)
{
    // The a of Keys' cubic convolution, which PyTorch shares with OpenCV.
    private const double Sharpness = -0.75;

    internal readonly int Count = count;
    private readonly int size = size;
    private readonly double factor = factor;
    private readonly bool alignsCorners = alignsCorners;
    private readonly double step = alignsCorners
        ? count > 1 ? (size - 1.0) / (count - 1) : 0
        : factor > 0 ? 1 / factor : (double)size / count;

    private readonly Border border;
    private readonly int before;

    private InterpolationAxis(int size, int count, int before, Border border)
        : this(size, count) => (this.before, this.border) = (before, border);

    // What stands beyond the borders of an image.
    private enum Border
    {
        None,
        Mirrored,
        Repeated,
        FromOtherSide,
    }

    /// <summary>An image padded with its rows, mirrored at the borders.</summary>
    /// <param name="size">The rows of the image.</param>
    /// <param name="count">The rows that come out.</param>
    /// <param name="before">Rows in front of the first one; below 0 as many are cut off.</param>
    public static InterpolationAxis Reflect(int size, int count, int before) => new(size, count, before, Border.Mirrored);

    /// <summary>An image padded with its first row and its last one.</summary>
    /// <param name="size">The rows of the image.</param>
    /// <param name="count">The rows that come out.</param>
    /// <param name="before">Rows in front of the first one; below 0 as many are cut off.</param>
    public static InterpolationAxis Replicate(int size, int count, int before) => new(size, count, before, Border.Repeated);

    /// <summary>An image padded with its rows from the other side.</summary>
    /// <param name="size">The rows of the image.</param>
    /// <param name="count">The rows that come out.</param>
    /// <param name="before">Rows in front of the first one, at most <paramref name="size"/>.</param>
    public static InterpolationAxis Circular(int size, int count, int before) => new(size, count, before, Border.FromOtherSide);

    /// <summary>The row of the image that a row is.</summary>
    internal int Nearest(int row)
    {
        int index = row - before;
        return border switch
        {
            Border.None => factor > 0 ? (int)(row / factor) : (int)((long)row * size / Count),
            Border.Mirrored => index < 0 ? -index : index >= size ? (2 * (size - 1)) - index : index,
            Border.Repeated => Math.Clamp(index, 0, size - 1),
            _ => index < 0 ? index + size : index >= size ? index - size : index,
        };
    }

    /// <summary>The two rows of the image that a row lies between, and the share of the second.</summary>
    internal (int First, int Second, float Share) Between(int row)
    {
        double place = Math.Max(Place(row), 0);
        int first = (int)place;
        return (first, Math.Min(first + 1, size - 1), (float)(place - first));
    }

    /// <summary>The four rows of the image around a row's place, and their shares; beyond the border the last row counts again.</summary>
    internal (Vector128<int> Rows, Vector128<float> Shares) Around(int row)
    {
        double place = Place(row);
        int first = (int)Math.Floor(place) - 1;
        double behind = place - (first + 1);
        Vector128<int> rows = Vector128.Clamp(
            Vector128<int>.Indices + Vector128.Create(first), Vector128<int>.Zero, Vector128.Create(size - 1));
        return (rows, Vector128.Create((float)Far(1 + behind), (float)Near(behind), (float)Near(1 - behind), (float)Far(2 - behind)));
    }

    private double Place(int row) => alignsCorners ? row * step : ((row + 0.5) * step) - 0.5;

    // The share of a row at a distance of at most 1, and of 1 to 2 (Keys 1981).
    private static double Near(double distance) =>
        (((((Sharpness + 2) * distance) - (Sharpness + 3)) * distance) * distance) + 1;

    private static double Far(double distance) =>
        (((((Sharpness * distance) - (5 * Sharpness)) * distance) + (8 * Sharpness)) * distance) - (4 * Sharpness);
}
