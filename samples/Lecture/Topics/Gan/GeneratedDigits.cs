using Lecture.Data;

namespace Lecture.Gan;

/// <summary>Digits that a generator makes.</summary>
internal static class GeneratedDigits
{
    /// <summary>Draws digits: G(z) for z of a normal distribution.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="count">How many digits.</param>
    /// <param name="seed">Seeds the draws.</param>
    /// <returns>[digits, 28, 28], 0 to 1.</returns>
    public static float[] Draw(DigitGenerator generator, int count, int seed)
    {
        var z = new float[count * DigitGenerator.InputLength];
        new NormalNoise(seed).Fill(z);
        float[] pixels = generator.Predict(z);
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = (pixels[i] + 1) / 2;
        return pixels;
    }
}
