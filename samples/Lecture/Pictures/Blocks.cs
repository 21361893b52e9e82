using System.Text;

namespace Lecture.Pictures;

/// <summary>Pictures in a terminal: five shades of block characters, two characters a pixel or less.</summary>
internal static class Blocks
{
    private const string Shades = " ░▒▓█";

    /// <summary>The lines of a picture, scaled down to so many columns; a pixel is as wide as two characters.</summary>
    public static IEnumerable<string> Lines(GreyImage image, int columns = 76)
    {
        int width = Math.Min(image.Width, columns / 2);
        int height = Math.Max(1, image.Height * width / image.Width);
        for (int y = 0; y < height; y++)
        {
            var line = new StringBuilder();
            for (int x = 0; x < width; x++)
                line.Append(Shades[Shade(Mean(image, x, y, width, height))], 2);
            yield return line.ToString().TrimEnd();
        }
    }

    private static int Shade(float value) => Math.Clamp((int)(value * Shades.Length), 0, Shades.Length - 1);

    /// <summary>The mean of the pixels that one of the smaller picture stands for.</summary>
    private static float Mean(GreyImage image, int x, int y, int width, int height)
    {
        (int left, int right) = (x * image.Width / width, Math.Max((x * image.Width / width) + 1, (x + 1) * image.Width / width));
        (int top, int bottom) = (y * image.Height / height, Math.Max((y * image.Height / height) + 1, (y + 1) * image.Height / height));
        float sum = 0;
        for (int row = top; row < bottom; row++)
        {
            for (int column = left; column < right; column++)
                sum += image[column, row];
        }

        return sum / ((right - left) * (bottom - top));
    }
}
