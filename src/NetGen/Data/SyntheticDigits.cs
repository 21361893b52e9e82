using NetGen.Handwriting;

namespace NetGen;

/// <summary>
/// Digits drawn by strokes, in the form of MNIST's: something to train on where no data is at hand and no network reaches it.
/// </summary>
/// <remarks>
/// Each digit has several styles; each image trembles, bends, slants and turns one of them, and is inked, fitted and centred as MNIST's
/// were.
/// </remarks>
public static class SyntheticDigits
{
    /// <summary>
    /// Draws a set; the same seed gives the same images on every machine, and a longer set begins with the images of a shorter one.
    /// </summary>
    /// <param name="count">The number of images, at least 1.</param>
    /// <param name="seed">Names the set; sets of other seeds share no image.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1, or more images than fit an array.</exception>
    public static Mnist Draw(int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / Mnist.PixelsPerImage);
        var pixels = new byte[count * Mnist.PixelsPerImage];
        var labels = new byte[count];
        Parallel.For(0, count, index =>
        {
            var random = new HandwritingRandom(seed, index);
            int digit = (int)(random.Uniform() * DigitStyles.OfDigit.Count);
            labels[index] = (byte)digit;
            DigitStyle style = Choose(DigitStyles.OfDigit[digit], ref random);
            Pen.Draw(Glyph.Write(style, ref random), pixels.AsSpan(index * Mnist.PixelsPerImage, Mnist.PixelsPerImage), ref random);
        });
        return new Mnist("synthetic", pixels, labels);
    }

    private static DigitStyle Choose(DigitStyle[] styles, ref HandwritingRandom random)
    {
        double rest = random.Uniform() * styles.Sum(style => style.Weight);
        foreach (DigitStyle style in styles)
        {
            rest -= style.Weight;
            if (rest < 0)
                return style;
        }

        return styles[^1];
    }
}
