using Lecture.Data;
using NetGen;

namespace Lecture.Approximate;

/// <summary>Pairs (x, f(x)), some with noise and some of them far off: outliers that lie above the curve.</summary>
internal sealed class CurveSamples
{
    private CurveSamples(float[] xs, float[] ys) => (Xs, Ys) = (xs, ys);

    public float[] Xs { get; }

    public float[] Ys { get; }

    public ArrayDataSet DataSet => new(Xs, Ys, shape: [1]);

    /// <summary>The pairs, for charts.</summary>
    public IEnumerable<(double X, double Y)> Pairs => Xs.Zip(Ys, (x, y) => ((double)x, (double)y));

    /// <summary>Draws pairs.</summary>
    /// <param name="count">The number of pairs.</param>
    /// <param name="seed">Seeds them.</param>
    /// <param name="noise">The standard deviation of normal noise.</param>
    /// <param name="outliers">The part of the pairs that lies 1.5 to 3.5 too high.</param>
    public static CurveSamples Draw(int count, int seed, double noise = 0, double outliers = 0)
    {
        var random = new Random(seed);
        float[] xs = new float[count], ys = new float[count], normal = new float[count];
        new NormalNoise(random.Next()).Fill(normal);
        for (int i = 0; i < count; i++)
        {
            double x = Curve.Left + ((Curve.Right - Curve.Left) * random.NextDouble());
            double high = random.NextDouble() < outliers ? 1.5 + (2 * random.NextDouble()) : 0;
            (xs[i], ys[i]) = ((float)x, (float)(Curve.At(x) + (noise * normal[i]) + high));
        }

        return new CurveSamples(xs, ys);
    }
}
