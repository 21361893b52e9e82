using Lecture.Data;
using NetGen;

namespace Lecture.Diffuse;

/// <summary>
/// Makes digits of noise: follows dx/dσ = (x − D(x; σ)) / σ from high σ down to 0, by Heun's method (algorithm 1 of Karras et al. 2022).
/// (D(x; σ) − x) / σ² is the score, the gradient of the logarithm of the density of noisy digits.
/// </summary>
/// <param name="network">A trained denoiser.</param>
/// <param name="steps">Levels of noise on the way.</param>
internal sealed class HeunSampler(Denoiser network, int steps)
{
    private const int Pixels = Mnist.PixelsPerImage;

    /// <summary>Draws digits.</summary>
    /// <param name="digits">Which digit each is to be.</param>
    /// <param name="seed">Seeds the noise.</param>
    /// <param name="passed">Hears each level and the noisy pictures there, [digits, 28, 28].</param>
    /// <returns>[digits, 28, 28], normalised as training digits are.</returns>
    public float[] Draw(ReadOnlySpan<int> digits, int seed, Action<NoiseLevel, float[]>? passed = null)
    {
        NoiseLevel[] levels = NoiseLevel.ToSample(steps);
        float[] x = new float[digits.Length * Pixels], first = new float[x.Length], second = new float[x.Length];
        float[] ahead = new float[x.Length], input = new float[x.Length], condition = new float[digits.Length * Condition.Size];
        new NormalNoise(seed).Fill(x);
        for (int i = 0; i < x.Length; i++)
            x[i] *= levels[0].Sigma;
        for (int step = 0; step < steps; step++)
        {
            passed?.Invoke(levels[step], x);
            Slope(x, levels[step], digits, input, condition, first);
            float to = step + 1 < steps ? levels[step + 1].Sigma : 0;
            float by = to - levels[step].Sigma;
            for (int i = 0; i < x.Length; i++)
                ahead[i] = x[i] + (by * first[i]);
            if (to > 0)
            {
                Slope(ahead, levels[step + 1], digits, input, condition, second);
                for (int i = 0; i < x.Length; i++)
                    ahead[i] = x[i] + (by * 0.5f * (first[i] + second[i]));
            }

            (x, ahead) = (ahead, x);
        }

        return x;
    }

    /// <summary>Draws a digit of each class in turn, in parts that run side by side; the result does not depend on how many do.</summary>
    /// <param name="count">How many digits, a multiple of 20.</param>
    /// <param name="seed">Seeds the noise.</param>
    /// <returns>[digits, 28, 28], normalised as training digits are, and the class of each.</returns>
    public (float[] Pixels, int[] Labels) DrawInTurn(int count, int seed)
    {
        const int Part = 20, Classes = 10;
        if (count % Part != 0)
            throw new ArgumentException($"Expected a multiple of {Part} digits; got {count}.", nameof(count));
        var pixels = new float[count * Pixels];
        int[] labels = [.. Enumerable.Range(0, count).Select(digit => digit % Classes)];
        Parallel.For(0, count / Part, part =>
            Draw(labels.AsSpan(part * Part, Part), (seed * 10_007) + part).CopyTo(pixels, part * Part * Pixels));
        return (pixels, labels);
    }

    /// <summary>(x − D(x; σ)) / σ.</summary>
    private void Slope(float[] x, NoiseLevel level, ReadOnlySpan<int> digits, float[] input, float[] condition, float[] slope)
    {
        for (int i = 0; i < digits.Length; i++)
            Condition.Write(level, digits[i], condition.AsSpan(i * Condition.Size, Condition.Size));
        for (int i = 0; i < x.Length; i++)
            input[i] = level.In * x[i];
        network.Predict(input, condition, slope);
        for (int i = 0; i < x.Length; i++)
            slope[i] = (x[i] - ((level.Skip * x[i]) + (level.Out * slope[i]))) / level.Sigma;
    }
}
