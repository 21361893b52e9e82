using System.Globalization;
using System.Text;

namespace DigitReader;

/// <summary>Grey pictures in the binary PGM format: "P5", width, height and the brightest value as text, one white space, a byte for each pixel.</summary>
internal static class GreyMap
{
    private const string Shades = " .:-=+*#%@";

    /// <summary>The pixels of a picture, row by row, 0 is black and 255 white.</summary>
    /// <exception cref="InvalidDataException">The file is no such picture, or it has another size.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static byte[] Read(string path, int width, int height)
    {
        byte[] file = File.ReadAllBytes(path);
        int place = 0;
        if (Word(file, ref place) != "P5")
            throw new InvalidDataException($"'{path}' is not a binary PGM picture: expected 'P5' at its beginning.");
        int foundWidth = Number(file, ref place, path), foundHeight = Number(file, ref place, path), brightest = Number(file, ref place, path);
        if ((foundWidth, foundHeight, brightest) != (width, height, byte.MaxValue))
            throw new InvalidDataException($"'{path}' is {foundWidth}×{foundHeight} with values up to {brightest}; expected {width}×{height} and {byte.MaxValue}.");

        // A single white space, of any kind, ends the header.
        int start = place + 1;
        if (file.Length - start != width * height)
            throw new InvalidDataException($"'{path}' has {Math.Max(0, file.Length - start)} pixels; expected {width * height}.");
        return file[start..];
    }

    /// <summary>The picture in characters, two for a pixel, so that it keeps its proportions; without the rows that are all black.</summary>
    public static IEnumerable<string> Lines(byte[] pixels, int width)
    {
        foreach (byte[] row in pixels.Chunk(width).Where(row => row.Any(pixel => pixel > 0)))
            yield return string.Concat(row.Select(pixel => new string(Shades[pixel * (Shades.Length - 1) / byte.MaxValue], 2))).TrimEnd();
    }

    /// <summary>Whether ink is dark on light paper: whether most of the border, which a digit leaves free, is light.</summary>
    public static bool IsDarkOnLight(byte[] pixels, int width)
    {
        int last = pixels.Length - width;
        byte[] border = [.. pixels.Where((_, i) => i < width || i >= last || i % width == 0 || i % width == width - 1)];
        return border.Count(pixel => pixel > byte.MaxValue / 2) > border.Length / 2;
    }

    /// <summary>The picture with light for dark.</summary>
    public static byte[] Inverted(byte[] pixels) => [.. pixels.Select(pixel => (byte)(byte.MaxValue - pixel))];

    private static int Number(byte[] file, ref int place, string path)
    {
        string word = Word(file, ref place);
        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new InvalidDataException($"'{path}' has '{word}' in its header; expected a number.");
    }

    // The next word of the header; a comment goes from # to the end of its line.
    private static string Word(byte[] file, ref int place)
    {
        while (place < file.Length && (char.IsWhiteSpace((char)file[place]) || file[place] == '#'))
        {
            if (file[place] == '#')
                place = Array.IndexOf(file, (byte)'\n', place) is >= 0 and int end ? end : file.Length - 1;
            place++;
        }

        int start = place;
        while (place < file.Length && !char.IsWhiteSpace((char)file[place]))
            place++;
        return Encoding.ASCII.GetString(file, start, place - start);
    }
}
