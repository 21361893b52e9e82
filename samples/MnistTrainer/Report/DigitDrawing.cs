using System.Text;
using NetGen;

namespace MnistTrainer.Report;

/// <summary>Draws digits side by side in the terminal, two rows of pixels in a line of half blocks.</summary>
internal static class DigitDrawing
{
    private const int Gap = 2;

    // The outermost rows and columns of an image are empty; leaving them out makes room for one digit more.
    private const int Margin = 3;
    private const int Drawn = Mnist.Side - (2 * Margin);

    // Without shades a pixel is ink from here on, of 255.
    private const int Threshold = 96;

    public static void Write(Screen screen, Mnist set, IReadOnlyList<MisclassifiedDigit> digits)
    {
        int perRow = Math.Max(1, (screen.Width + Gap) / (Drawn + Gap));
        foreach (MisclassifiedDigit[] row in digits.Chunk(perRow))
        {
            screen.WriteLine();
            screen.WriteLine(string.Concat(row.Select(digit => digit.Title.PadRight(Drawn + Gap))).TrimEnd());
            for (int y = Margin; y < Margin + Drawn; y += 2)
                WriteLine(screen, set, row, y);
        }
    }

    private static void WriteLine(Screen screen, Mnist set, MisclassifiedDigit[] row, int y)
    {
        var line = new StringBuilder();
        foreach (MisclassifiedDigit digit in row)
        {
            ReadOnlySpan<byte> pixels = set.Pixels(digit.Index);
            for (int x = Margin; x < Margin + Drawn; x++)
            {
                byte upper = pixels[(y * Mnist.Side) + x], lower = pixels[((y + 1) * Mnist.Side) + x];
                line.Append(screen is { HasColors: true, HasBlocks: true }
                    ? $"[rgb({upper},{upper},{upper}) on rgb({lower},{lower},{lower})]▀[/]"
                    : Plain(upper, lower, screen.HasBlocks));
            }

            line.Append(' ', Gap);
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
