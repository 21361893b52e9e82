using System.Globalization;
using System.Text;

namespace DigitReader;

/// <summary>
/// Grey images in the binary PGM format: "P5", width, height and the maximal value as text, one white-space character, then a byte for each
/// pixel.
/// </summary>
internal static class GreyMap
{
    private const string Shades = " .:-=+*#%@";

    /// <summary>The pixels of an image [height, width]: 0 is black, 255 white.</summary>
    /// <exception cref="InvalidDataException">The file is not such an image, or has another size.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static byte[] Read(string path, int width, int height)
    {
        byte[] file = File.ReadAllBytes(path);
        int position = 0;
        if (Word(file, ref position) != "P5")
            throw new InvalidDataException($"'{path}' is not a binary PGM image: it does not begin with 'P5'.");
        int foundWidth = Number(file, ref position, path), foundHeight = Number(file, ref position, path);
        int brightest = Number(file, ref position, path);
        if ((foundWidth, foundHeight, brightest) != (width, height, byte.MaxValue))
            throw new InvalidDataException(
                $"'{path}' is {foundWidth}×{foundHeight} with values up to {brightest}; expected {width}×{height} and {byte.MaxValue}.");

        // A single white space, of any kind, ends the header.
        int start = position + 1;
        if (file.Length - start != width * height)
            throw new InvalidDataException($"'{path}' has {Math.Max(0, file.Length - start)} pixels; expected {width * height}.");
        return file[start..];
    }

    /// <summary>The image in characters, two for a pixel to keep its proportions, without the rows that are all black.</summary>
    public static IEnumerable<string> Lines(byte[] pixels, int width)
    {
        foreach (byte[] row in pixels.Chunk(width).Where(row => row.Any(pixel => pixel > 0)))
            yield return string.Concat(row.Select(pixel => new string(Shades[pixel * (Shades.Length - 1) / byte.MaxValue], 2))).TrimEnd();
    }

    /// <summary>Whether the ink is dark on light paper: whether most of the border, which a digit leaves free, is light.</summary>
    public static bool IsDarkOnLight(byte[] pixels, int width)
    {
        int last = pixels.Length - width;
        byte[] border = [.. pixels.Where((_, i) => i < width || i >= last || i % width == 0 || i % width == width - 1)];
        return border.Count(pixel => pixel > byte.MaxValue / 2) > border.Length / 2;
    }

    /// <summary>The negative of the image.</summary>
    public static byte[] Inverted(byte[] pixels) => [.. pixels.Select(pixel => (byte)(byte.MaxValue - pixel))];

    private static int Number(byte[] file, ref int position, string path)
    {
        string word = Word(file, ref position);
        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new InvalidDataException($"'{path}' has '{word}' in its header; expected a number.");
    }

    // The next word of the header; a comment goes from # to the end of its line.
    private static string Word(byte[] file, ref int position)
    {
        while (position < file.Length && (char.IsWhiteSpace((char)file[position]) || file[position] == '#'))
        {
            if (file[position] == '#')
                position = Array.IndexOf(file, (byte)'\n', position) is >= 0 and int end ? end : file.Length - 1;
            position++;
        }

        int start = position;
        while (position < file.Length && !char.IsWhiteSpace((char)file[position]))
            position++;
        return Encoding.ASCII.GetString(file, start, position - start);
    }
}
