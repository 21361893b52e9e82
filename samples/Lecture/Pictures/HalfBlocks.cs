using System.Text;

namespace Lecture.Pictures;

/// <summary>Pictures in a terminal in black and white: two pixels a character, one above the other, so that five digits fit a line.</summary>
internal static class HalfBlocks
{
    private const string Signs = " ▀▄█";
    private const float Threshold = 0.4f;

    /// <summary>The lines of a picture, each pixel of which is the mean of a square of the image's.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="scale">The side of the square; what is left over at the right and at the bottom is not shown.</param>
    public static IEnumerable<string> Lines(GreyImage image, int scale = 2)
    {
        int rows = image.Height / scale;
        for (int row = 0; row < rows; row += 2)
        {
            var line = new StringBuilder();
            for (int column = 0; column < image.Width / scale; column++)
            {
                int upper = IsWhite(image, column, row, scale) ? 1 : 0, lower = row + 1 < rows && IsWhite(image, column, row + 1, scale) ? 2 : 0;
                line.Append(Signs[upper + lower]);
            }

            yield return line.ToString().TrimEnd();
        }
    }

    private static bool IsWhite(GreyImage image, int column, int row, int scale)
    {
        float sum = 0;
        for (int y = row * scale; y < (row + 1) * scale; y++)
        {
            for (int x = column * scale; x < (column + 1) * scale; x++)
                sum += image[x, y];
        }

        return sum > Threshold * scale * scale;
    }
}
