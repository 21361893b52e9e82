using NetGen;

namespace Lecture.Data;

/// <summary>
/// Pixels from 0, black, to 1, white: what networks that make pictures learn from. Those that read them take normalised ones.
/// </summary>
internal static class Shades
{
    /// <summary>The first digits of a set, [count, 28, 28].</summary>
    /// <param name="digits">The set.</param>
    /// <param name="count">How many; all, where the set has fewer.</param>
    public static float[] Of(Mnist digits, int count = int.MaxValue)
    {
        var shades = new float[Math.Min(count, digits.Count) * Mnist.PixelsPerImage];
        for (int i = 0; i < shades.Length / Mnist.PixelsPerImage; i++)
        {
            ReadOnlySpan<byte> pixels = digits.Pixels(i);
            Span<float> image = shades.AsSpan(i * pixels.Length, pixels.Length);
            for (int pixel = 0; pixel < pixels.Length; pixel++)
                image[pixel] = pixels[pixel] / 255f;
        }

        return shades;
    }

    /// <summary>The same pictures as networks take them that read digits: (shade − 0.1307) / 0.3081.</summary>
    public static float[] Normalized(ReadOnlySpan<float> shades)
    {
        float[] normalized = [.. shades];
        for (int i = 0; i < normalized.Length; i++)
            normalized[i] = (normalized[i] - Mnist.Mean) / Mnist.StandardDeviation;
        return normalized;
    }

    /// <summary>One of many pictures, [28, 28].</summary>
    public static ReadOnlySpan<float> At(ReadOnlySpan<float> shades, int index) =>
        shades.Slice(index * Mnist.PixelsPerImage, Mnist.PixelsPerImage);
}
