namespace NetGen.Runtime;

/// <summary>
/// What a network adds to the steps of a sequence to tell them apart: sines and cosines in turn, of wave lengths that grow along the
/// features (Vaswani et al. 2017, 3.5, https://arxiv.org/abs/1706.03762).
/// </summary>
public static class Sinusoids
{
    private const double LongestWave = 10_000;

    /// <summary>
    /// sin(step / 10,000^(2i / features)) as feature 2i of each step, and the cosine of the same as feature 2i + 1; zeros behind them.
    /// </summary>
    /// <param name="steps">The steps.</param>
    /// <param name="features">The features of a step.</param>
    /// <param name="stride">Floats from one step to the next, at least the features.</param>
    /// <returns>The numbers, step after step, and zeros up to a multiple of the widest vector.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no steps or features, or the stride is too small.</exception>
    public static float[] Table(int steps, int features, int stride)
    {
        const int Lanes = 16;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(features);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, features);
        var table = new float[((steps * stride) + Lanes - 1) / Lanes * Lanes];
        for (int feature = 0; feature < features; feature++)
        {
            double frequency = Math.Pow(LongestWave, -(double)(feature - (feature % 2)) / features);
            for (int step = 0; step < steps; step++)
            {
                double angle = step * frequency;
                table[(step * stride) + feature] = (float)(feature % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle));
            }
        }

        return table;
    }
}
