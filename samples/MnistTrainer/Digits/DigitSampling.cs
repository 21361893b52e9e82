using NetGen;

namespace MnistTrainer.Digits;

/// <summary>Scales ink as MNIST's digits are: 20 pixels at the longer side, with the centre of mass in the middle of 28×28.</summary>
internal static class DigitSampling
{
    /// <summary>The longer side of a digit, in pixels.</summary>
    public const int Size = 20;

    // Between two greys a pixel belongs to the digit from here on.
    private const float Edge = 0.3f;

    /// <summary>The pixels, [28, 28]; 0 is the paper and 255 the ink.</summary>
    /// <param name="ink">0 to 1, with at least one pixel of ink.</param>
    public static byte[] Of(GreyImage ink)
    {
        (double mass, double x, double y) = (0, 0, 0);
        (int left, int top, int right, int bottom) = (ink.Width, ink.Height, 0, 0);
        for (int row = 0; row < ink.Height; row++)
        {
            for (int column = 0; column < ink.Width; column++)
            {
                float value = ink[column, row];
                (mass, x, y) = (mass + value, x + (value * (column + 0.5)), y + (value * (row + 0.5)));
                if (value < Edge)
                    continue;
                (left, top, right, bottom) =
                    (Math.Min(left, column), Math.Min(top, row), Math.Max(right, column + 1), Math.Max(bottom, row + 1));
            }
        }

        double step = Math.Max(right - left, bottom - top) / (double)Size;
        var pixels = new float[Mnist.PixelsPerImage];
        for (int i = 0; i < pixels.Length; i++)
        {
            (int row, int column) = Math.DivRem(i, Mnist.Side);
            pixels[i] = Mean(ink, (x / mass) + ((column - (Mnist.Side / 2)) * step), (y / mass) + ((row - (Mnist.Side / 2)) * step), step);
        }

        float largest = pixels.Max();
        return Array.ConvertAll(pixels, pixel => (byte)Math.Round(255 * pixel / largest));
    }

    // The mean of a square from a corner on.
    private static float Mean(GreyImage ink, double left, double top, double side)
    {
        int points = (int)Math.Clamp(Math.Ceiling(2 * side), 2, 16);
        float sum = 0;
        for (int row = 0; row < points; row++)
        {
            for (int column = 0; column < points; column++)
            {
                (double x, double y) = (left + ((column + 0.5) * side / points), top + ((row + 0.5) * side / points));
                if (x >= 0 && y >= 0 && x <= ink.Width && y <= ink.Height)
                    sum += ink.At(x, y);
            }
        }

        return sum / (points * points);
    }
}
