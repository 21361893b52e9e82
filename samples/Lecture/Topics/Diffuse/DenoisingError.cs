using Lecture.Data;
using NetGen;

namespace Lecture.Diffuse;

/// <summary>How well noise is taken away from digits that the denoiser has not seen.</summary>
internal static class DenoisingError
{
    /// <summary>The mean squared error of D(x; σ), where pixels have variance 1.</summary>
    /// <param name="network">The denoiser.</param>
    /// <param name="digits">Digits that were held out.</param>
    /// <param name="level">How much noise they get.</param>
    /// <param name="count">How many of them.</param>
    public static double Of(Denoiser network, Mnist digits, NoiseLevel level, int count)
    {
        float[] clean = new float[count * Mnist.PixelsPerImage], noisy = new float[clean.Length], input = new float[clean.Length];
        float[] output = new float[clean.Length], condition = new float[count * Condition.Size];
        digits.CopySamples([.. Enumerable.Range(0, count)], clean);
        new NormalNoise(seed: 1).Fill(noisy);
        for (int i = 0; i < clean.Length; i++)
        {
            noisy[i] = clean[i] + (level.Sigma * noisy[i]);
            input[i] = level.In * noisy[i];
        }

        for (int i = 0; i < count; i++)
            Condition.Write(level, digits.Label(i), condition.AsSpan(i * Condition.Size, Condition.Size));
        network.Predict(input, condition, output);
        return Enumerable.Range(0, clean.Length)
            .Average(i => Math.Pow((level.Skip * noisy[i]) + (level.Out * output[i]) - clean[i], 2));
    }

    /// <summary>The same for the best that a mere factor can do, x / (1 + σ²): σ² / (1 + σ²).</summary>
    /// <param name="level">How much noise.</param>
    public static double OfFactor(NoiseLevel level) => level.Out * level.Out;
}
