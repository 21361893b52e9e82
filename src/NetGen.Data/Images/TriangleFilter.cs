namespace NetGen.Data;

/// <summary>
/// Which pixels of a row or column make each pixel of a resized one, and by which weights: bilinear, and where the picture shrinks over as
/// many pixels as become one, as Pillow's <c>BILINEAR</c> and torchvision's <c>antialias</c> have it.
/// </summary>
internal sealed class TriangleFilter
{
    private readonly int[] firsts;
    private readonly float[][] weights;

    /// <summary>Computes the weights.</summary>
    /// <param name="length">The pixels of the source.</param>
    /// <param name="begin">Where the part of the source that is taken begins, in pixels.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="count">The pixels of the result.</param>
    public TriangleFilter(int length, double begin, double end, int count)
    {
        (firsts, weights) = (new int[count], new float[count][]);
        double scale = (end - begin) / count, support = Math.Max(scale, 1);
        for (int i = 0; i < count; i++)
        {
            double middle = begin + ((i + 0.5) * scale);
            int first = Math.Max(0, (int)(middle - support + 0.5));
            int after = Math.Min(length, (int)(middle + support + 0.5));
            var own = new double[Math.Max(1, after - first)];
            first = Math.Min(first, length - 1);
            for (int j = 0; j < own.Length; j++)
                own[j] = Math.Max(0, 1 - Math.Abs((first + j + 0.5 - middle) / support));
            double sum = own.Sum();
            firsts[i] = first;
            weights[i] = [.. own.Select(weight => sum > 0 ? (float)(weight / sum) : 1f / own.Length)];
        }
    }

    /// <summary>The first pixel of the source that is needed.</summary>
    public int First => firsts[0];

    /// <summary>The pixel behind the last one that is needed.</summary>
    public int End => firsts[^1] + weights[^1].Length;

    /// <summary>The first pixel of the source that a pixel of the result is made of, and the weights of it and those behind it.</summary>
    public (int First, float[] Weights) this[int index] => (firsts[index], weights[index]);
}
