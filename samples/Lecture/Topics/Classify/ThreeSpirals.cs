using Lecture.Data;

namespace Lecture.Classify;

/// <summary>Three arms that wind around each other: r grows from 0 to 1 while an arm turns by 240°.</summary>
internal static class ThreeSpirals
{
    public const int Arms = 3;

    /// <param name="count">The number of points.</param>
    /// <param name="seed">Seeds them.</param>
    /// <param name="noise">The standard deviation of what is added to both coordinates.</param>
    public static LabelledPoints Draw(int count, int seed, double noise = 0.03)
    {
        var random = new Random(seed);
        float[] points = new float[2 * count], normal = new float[2 * count];
        new NormalNoise(random.Next()).Fill(normal);
        var labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = i % Arms;
            double radius = 0.1 + (0.9 * random.NextDouble());
            (double sine, double cosine) = Math.SinCos((Math.Tau * labels[i] / Arms) + (radius * Math.Tau * 2 / 3));
            points[2 * i] = (float)((radius * cosine) + (noise * normal[2 * i]));
            points[(2 * i) + 1] = (float)((radius * sine) + (noise * normal[(2 * i) + 1]));
        }

        return new LabelledPoints(points, labels, Arms);
    }
}
