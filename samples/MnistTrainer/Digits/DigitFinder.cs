namespace MnistTrainer.Digits;

/// <summary>Finds the digit of a picture, photographed or drawn, and makes of it what MNIST's images are.</summary>
internal static class DigitFinder
{
    // Pictures are shrunk to this, which takes noise away and leaves strokes of any pen.
    private const int Side = 320;

    // Larger pictures have noise that a little blur takes away, smaller ones have strokes that it would.
    private const int SideToBlur = 96;

    // The least contrast of ink, as a part of the paper's light, and in standard deviations of the noise.
    private const double LeastContrast = 0.1, LeastOfNoise = 4.5;

    // Paler than this part of the darkest ink are ruled lines and shadows.
    private const float Pale = 0.45f;

    /// <summary>Finds the digit.</summary>
    /// <returns>The digit; null where the picture has none.</returns>
    public static FoundDigit? Find(GreyImage picture)
    {
        GreyImage image = picture.ShrunkTo(Side);
        if (Math.Max(image.Width, image.Height) >= SideToBlur)
            image = image.Blurred(1);
        (GreyImage ink, bool isDarkOnLight) = InkContrast.Of(image);
        OtsuThreshold threshold = OtsuThreshold.Of(ink.Values);
        float median = ink.Percentile(0.5);
        double noise = 1.4826 * ink.Map((x, y) => Math.Abs(ink[x, y] - median)).Percentile(0.5);
        if (threshold.Distance < Math.Max(LeastContrast, LeastOfNoise * noise))
            return null;
        float[] above = [.. ink.Values.Where(value => value > threshold.Value).Order()];
        float darkest = above[(int)(0.95 * (above.Length - 1))], edge = Math.Max(threshold.Value, Pale * darkest);
        return DigitStrokes.Of(Array.ConvertAll(ink.Values, value => value > edge), ink.Width) is { } mask
            ? new FoundDigit(DigitSampling.Of(Strokes(ink, mask, edge)), isDarkOnLight)
            : null;
    }

    // The ink of the digit alone, from 0 to 1, with its soft edges; thin strokes are widened.
    private static GreyImage Strokes(GreyImage ink, bool[] mask, float edge)
    {
        float[] sorted = [.. ink.Values.Where((_, index) => mask[index]).Order()];
        float full = 0.95f * sorted[sorted.Length / 2], none = Math.Min(0.4f * edge, 0.5f * full);
        GreyImage strokes = ink.Map((x, y) => IsNear(x, y) ? Math.Clamp((ink[x, y] - none) / (full - none), 0, 1) : 0);
        int[] pixels = [.. Enumerable.Range(0, mask.Length).Where(index => mask[index])];
        int width = pixels.Max(index => index % ink.Width) - pixels.Min(index => index % ink.Width) + 1;
        int height = (pixels[^1] / ink.Width) - (pixels[0] / ink.Width) + 1;
        double missing = StrokeWidth.Missing(mask, ink.Width, Math.Max(width, height));
        return missing < 0.25 ? strokes : StrokeWidth.Widened(strokes, missing);

        bool IsNear(int x, int y)
        {
            for (int row = Math.Max(0, y - 1); row <= Math.Min(ink.Height - 1, y + 1); row++)
            {
                for (int column = Math.Max(0, x - 1); column <= Math.Min(ink.Width - 1, x + 1); column++)
                {
                    if (mask[(row * ink.Width) + column])
                        return true;
                }
            }

            return false;
        }
    }
}
