using System.Globalization;

namespace NetGen.Compiler.Graph;

/// <summary>
/// Where the rows of a resized image come from: row i has a coordinate among the rows of the image, and is the nearest row, or the
/// interpolation of two or four (https://pytorch.org/docs/stable/generated/torch.nn.Upsample.html); or the image is padded with rows of its
/// own.
/// </summary>
/// <param name="Size">The rows of the image.</param>
/// <param name="Count">The rows that come out.</param>
/// <param name="Factor">
/// By how much the image becomes larger, where that is not <paramref name="Count"/> / <paramref name="Size"/>; else 0.
/// </param>
/// <param name="Mode">How many rows a row is made of.</param>
/// <param name="AlignsCorners">Whether the first and the last rows lie at the first and the last; else the borders of the image do.</param>
internal sealed record InterpolationAxis(int Size, int Count, double Factor, InterpolationMode Mode, bool AlignsCorners)
{
    /// <summary>The a of Keys' cubic convolution, which PyTorch shares with OpenCV.</summary>
    private const double Sharpness = -0.75;

    /// <summary>
    /// Rows in front of the first one of the image, where the image is padded with rows of its own; below 0 it is cut.
    /// </summary>
    public int Before { get; init; }

    /// <summary>The step from one row to the next, in rows of the image.</summary>
    public double Step => AlignsCorners ? Count > 1 ? (Size - 1.0) / (Count - 1) : 0 : Factor > 0 ? 1 / Factor : (double)Size / Count;

    /// <summary>The rows of the image that a row is made of, and their shares.</summary>
    public IReadOnlyList<(int Position, double Share)> Sources(int row)
    {
        switch (Mode)
        {
            case InterpolationMode.Nearest:
                return [(Factor > 0 ? (int)(row / Factor) : (int)((long)row * Size / Count), 1)];
            case InterpolationMode.Reflect:
                int mirrored = row - Before;
                return [(mirrored < 0 ? -mirrored : mirrored >= Size ? (2 * (Size - 1)) - mirrored : mirrored, 1)];
            case InterpolationMode.Replicate:
                return [(Math.Min(Math.Max(row - Before, 0), Size - 1), 1)];
            case InterpolationMode.Circular:
                return [((row - Before + Size) % Size, 1)];
            case InterpolationMode.Linear:
                double place = Math.Max(Place(row), 0);
                int first = (int)place;
                return [(first, 1 - (place - first)), (Math.Min(first + 1, Size - 1), place - first)];
            default:
                double middle = Place(row);
                int before = (int)Math.Floor(middle);
                return [.. Enumerable.Range(before - 1, 4).Select(position =>
                    (Math.Min(Math.Max(position, 0), Size - 1), Cubic(Math.Abs(middle - position))))];
        }
    }

    /// <summary>The row's coordinate among those of the image.</summary>
    private double Place(int row) => AlignsCorners ? row * Step : ((row + 0.5) * Step) - 0.5;

    /// <summary>The share of a row at a distance below 2 (Keys 1981).</summary>
    private static double Cubic(double distance) => distance <= 1
        ? (((((Sharpness + 2) * distance) - (Sharpness + 3)) * distance) * distance) + 1
        : (((((Sharpness * distance) - (5 * Sharpness)) * distance) + (8 * Sharpness)) * distance) - (4 * Sharpness);

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} → {1}", Size, Count);
}
