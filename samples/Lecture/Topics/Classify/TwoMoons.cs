using Lecture.Data;

namespace Lecture.Classify;

/// <summary>Two half circles that reach into each other, as scikit-learn's <c>make_moons</c> draws them.</summary>
internal static class TwoMoons
{
    /// <param name="count">The number of points.</param>
    /// <param name="seed">Seeds them.</param>
    /// <param name="noise">The standard deviation of what is added to both coordinates.</param>
    public static LabelledPoints Draw(int count, int seed, double noise = 0.15)
    {
        var random = new Random(seed);
        float[] points = new float[2 * count], normal = new float[2 * count];
        new NormalNoise(random.Next()).Fill(normal);
        var labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = i % 2;
            double angle = Math.PI * random.NextDouble();
            (double x, double y) = labels[i] == 0
                ? (Math.Cos(angle), Math.Sin(angle)) : (1 - Math.Cos(angle), 0.5 - Math.Sin(angle));
            points[2 * i] = (float)(x + (noise * normal[2 * i]));
            points[(2 * i) + 1] = (float)(y + (noise * normal[(2 * i) + 1]));
        }

        return new LabelledPoints(points, labels, Classes: 2);
    }
}
