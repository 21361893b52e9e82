using System.Globalization;

namespace NetGen.Compiler.Graph;

/// <summary>
/// Where the rows of a resized image come from: row i has a coordinate among the rows of the image, and is the nearest row, or the
/// linear interpolation of two (https://pytorch.org/docs/stable/generated/torch.nn.Upsample.html).
/// </summary>
/// <param name="Size">The rows of the image.</param>
/// <param name="Count">The rows that come out.</param>
/// <param name="Factor">
/// By how much the image becomes larger, where that is not <paramref name="Count"/> / <paramref name="Size"/>; else 0.
/// </param>
/// <param name="IsLinear">Whether two rows are interpolated.</param>
/// <param name="AlignsCorners">Whether the first and the last rows lie at the first and the last; else the borders of the image do.</param>
internal sealed record InterpolationAxis(int Size, int Count, double Factor, bool IsLinear, bool AlignsCorners)
{
    /// <summary>The step from one row to the next, in rows of the image.</summary>
    public double Step => AlignsCorners ? Count > 1 ? (Size - 1.0) / (Count - 1) : 0 : Factor > 0 ? 1 / Factor : (double)Size / Count;

    /// <summary>The rows of the image that a row is made of, and their shares.</summary>
    public IReadOnlyList<(int Position, double Share)> Sources(int row)
    {
        if (!IsLinear)
            return [(Factor > 0 ? (int)(row / Factor) : (int)((long)row * Size / Count), 1)];
        double place = AlignsCorners ? row * Step : Math.Max(((row + 0.5) * Step) - 0.5, 0);
        int first = (int)place;
        return [(first, 1 - (place - first)), (Math.Min(first + 1, Size - 1), place - first)];
    }

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} → {1}", Size, Count);
}
