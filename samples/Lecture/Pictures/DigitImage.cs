using NetGen;

namespace Lecture.Pictures;

/// <summary>Digits as networks have them, normalised, as pictures.</summary>
internal static class DigitImage
{
    /// <summary>The normalised value of a pixel that is half white.</summary>
    public const float Grey = (0.5f - Mnist.Mean) / Mnist.StandardDeviation;

    /// <summary>The picture of a digit.</summary>
    /// <param name="pixels">[28, 28], (shade − 0.1307) / 0.3081.</param>
    public static GreyImage Of(ReadOnlySpan<float> pixels)
    {
        float[] shades = [.. pixels];
        for (int i = 0; i < shades.Length; i++)
            shades[i] = (shades[i] * Mnist.StandardDeviation) + Mnist.Mean;
        return new GreyImage(Mnist.Side, Mnist.Side, shades);
    }
}
