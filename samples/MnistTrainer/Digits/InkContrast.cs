namespace MnistTrainer.Digits;

/// <summary>How much each pixel differs from the paper, towards the ink.</summary>
/// <param name="Ink">About 0 on the paper and up to 1 on ink.</param>
/// <param name="IsDarkOnLight">Whether the ink is darker than the paper, as a pen is and chalk is not.</param>
internal sealed record InkContrast(GreyImage Ink, bool IsDarkOnLight)
{
    // The side of the image on which the paper is looked for, and the share of it that surely is paper where there is most ink.
    private const int CoarseSide = 32;
    private const double Paper = 0.85;

    /// <summary>Removes uneven light, and inverts where the border says that the paper is lighter than what lies on it.</summary>
    public static InkContrast Of(GreyImage image)
    {
        var plane = new BorderPlane(image);
        GreyImage residual = image.Map((x, y) => (float)(image[x, y] - plane.At(x, y)));

        // Noise has both signs alike; ink has one, and is far away.
        bool isDarkOnLight = residual.Values.Sum(value => (double)value * value * value) < 0;

        // Light multiplies what the paper reflects. On a black board it is the chalk that matters.
        GreyImage even = isDarkOnLight
            ? image.Map((x, y) => (float)(image[x, y] / Math.Max(plane.At(x, y), 16)))
            : residual.Map((x, y) => -residual[x, y] / 255);
        GreyImage paper = PaperOf(even);
        return new InkContrast(
            even.Map((x, y) =>
            {
                float light = paper.At((x + 0.5) * paper.Width / even.Width, (y + 0.5) * paper.Height / even.Height);
                return isDarkOnLight ? 1 - (even[x, y] / Math.Max(light, 0.1f)) : light - even[x, y];
            }),
            isDarkOnLight);
    }

    // A high percentile of a large neighbourhood, which ink does not fill.
    private static GreyImage PaperOf(GreyImage even)
    {
        GreyImage coarse = even.ShrunkTo(CoarseSide);
        int radius = Math.Max(2, Math.Max(coarse.Width, coarse.Height) / 4);
        var window = new float[((2 * radius) + 1) * ((2 * radius) + 1)];
        return coarse.Map((x, y) =>
        {
            int count = 0;
            for (int row = Math.Max(0, y - radius); row <= Math.Min(coarse.Height - 1, y + radius); row++)
                for (int column = Math.Max(0, x - radius); column <= Math.Min(coarse.Width - 1, x + radius); column++)
                    window[count++] = coarse[column, row];
            Array.Sort(window, 0, count);
            return window[(int)(Paper * (count - 1))];
        }).Blurred(radius / 2);
    }
}
