namespace MnistTrainer.Digits;

/// <summary>Makes thin strokes as wide as MNIST's are.</summary>
internal static class StrokeWidth
{
    // Of a digit of 20 pixels, as most of MNIST's are at least.
    private const double Least = 2.3;

    // The perimeter of a slanted line, counted along the sides of pixels, is longer than it is.
    private const double SidesOfSlanted = 0.85;

    /// <summary>By how much strokes are to be widened at either side, in pixels of the mask.</summary>
    /// <param name="mask">The strokes.</param>
    /// <param name="width">The columns of the mask.</param>
    /// <param name="size">The longer side of the digit.</param>
    public static double Missing(bool[] mask, int width, int size)
    {
        int area = 0, sides = 0;
        for (int i = 0; i < mask.Length; i++)
        {
            if (!mask[i])
                continue;
            area++;
            int x = i % width;
            sides += (x > 0 && mask[i - 1] ? 0 : 1) + (x < width - 1 && mask[i + 1] ? 0 : 1)
                + (i >= width && mask[i - width] ? 0 : 1) + (i + width < mask.Length && mask[i + width] ? 0 : 1);
        }

        double stroke = 2 * area / (sides * SidesOfSlanted);
        double least = Least * size / DigitSampling.Size;
        return Math.Max(0, least - stroke) / 2;
    }

    /// <summary>Each pixel as the largest within a radius.</summary>
    public static GreyImage Widened(GreyImage image, double radius)
    {
        int reach = (int)Math.Ceiling(radius);
        (int X, int Y, float Weight)[] disc =
        [
            .. from y in Enumerable.Range(-reach, (2 * reach) + 1)
               from x in Enumerable.Range(-reach, (2 * reach) + 1)
               let weight = Math.Clamp(radius + 0.5 - Math.Sqrt((x * x) + (y * y)), 0, 1)
               where weight > 0
               select (x, y, (float)(x == 0 && y == 0 ? 1 : weight)),
        ];
        var widened = new GreyImage(image.Width, image.Height);
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
            {
                float value = image[x, y];
                if (value == 0)
                    continue;
                foreach ((int across, int down, float weight) in disc)
                {
                    (int column, int row) = (x + across, y + down);
                    if (column >= 0 && row >= 0 && column < image.Width && row < image.Height)
                        widened[column, row] = Math.Max(widened[column, row], value * weight);
                }
            }
        }

        return widened;
    }
}
