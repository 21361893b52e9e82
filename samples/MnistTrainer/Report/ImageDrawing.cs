using System.Text;
using NetGen;

namespace MnistTrainer.Report;

/// <summary>Draws images side by side in the terminal, two rows of pixels in a line of half blocks.</summary>
internal static class ImageDrawing
{
    private const int Gap = 2;

    // The outermost rows and columns of an image are empty; leaving them out makes room for one image more.
    private const int Margin = 3;
    private const int Drawn = Mnist.Side - (2 * Margin);

    // Without shades a pixel is ink from here on, of 255.
    private const int Threshold = 96;

    /// <summary>Draws images with a title above each.</summary>
    /// <param name="screen">Where.</param>
    /// <param name="images">Title and pixels, [28, 28], 0 is black and 255 white.</param>
    public static void Write(Screen screen, IReadOnlyList<(string Title, byte[] Pixels)> images)
    {
        int perRow = Math.Max(1, (screen.Width + Gap) / (Drawn + Gap));
        foreach ((string Title, byte[] Pixels)[] row in images.Chunk(perRow))
        {
            screen.WriteLine();
            screen.WriteLine(string.Concat(row.Select(image => Cut(image.Title).PadRight(Drawn + Gap))).TrimEnd());
            for (int y = Margin; y < Margin + Drawn; y += 2)
                WriteLine(screen, row, y);
        }
    }

    // The names of clothes are long.
    private static string Cut(string title) => title.Length <= Drawn ? title : $"{title[..(Drawn - 1)]}…";

    private static void WriteLine(Screen screen, (string Title, byte[] Pixels)[] row, int y)
    {
        var line = new StringBuilder();
        foreach ((_, byte[] pixels) in row)
        {
            line.Append(' ', line.Length == 0 ? 0 : Gap);
            for (int x = Margin; x < Margin + Drawn; x++)
            {
                byte upper = pixels[(y * Mnist.Side) + x], lower = pixels[((y + 1) * Mnist.Side) + x];
                line.Append(screen is { HasColors: true, HasBlocks: true }
                    ? $"[rgb({upper},{upper},{upper}) on rgb({lower},{lower},{lower})]▀[/]"
                    : Plain(upper, lower, screen.HasBlocks));
            }
        }

        if (screen is { HasColors: true, HasBlocks: true })
            screen.WriteMarkup($"{line}\n");
        else
            screen.WriteLine(line.ToString().TrimEnd());
    }

    private static char Plain(byte upper, byte lower, bool blocks) => (upper >= Threshold, lower >= Threshold) switch
    {
        (true, true) => blocks ? '█' : '#',
        (true, false) => blocks ? '▀' : '"',
        (false, true) => blocks ? '▄' : '_',
        _ => ' ',
    };
}
