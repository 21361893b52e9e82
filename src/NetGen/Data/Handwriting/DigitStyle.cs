using System.Globalization;

namespace NetGen.Handwriting;

/// <summary>One way of writing a digit: its strokes on a field whose corners are (0, 0), top left, and (1, 1), bottom right.</summary>
internal sealed class DigitStyle
{
    /// <param name="weight">How often people write the digit so, compared with its other styles.</param>
    /// <param name="aspect">The customary width over height.</param>
    /// <param name="strokes">
    /// Points in hundredths, "x,y", that the pen passes on a smooth curve; an exclamation mark after a point makes it a corner, a slash
    /// lifts the pen.
    /// </param>
    public DigitStyle(double weight, double aspect, string strokes)
    {
        (Weight, Aspect) = (weight, aspect);
        Strokes = [.. strokes.Split('/').Select(stroke => stroke.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read).ToArray())];
    }

    /// <summary>How often people write the digit so, compared with its other styles.</summary>
    public double Weight { get; }

    /// <summary>The customary width over height.</summary>
    public double Aspect { get; }

    /// <summary>For each stroke the points that the pen passes.</summary>
    public IReadOnlyList<Knot[]> Strokes { get; }

    private static Knot Read(string text)
    {
        bool corner = text.EndsWith('!');
        string[] numbers = text.TrimEnd('!').Split(',');
        return new Knot(Hundredths(numbers[0]), Hundredths(numbers[1]), corner);
    }

    private static double Hundredths(string digits) =>
        int.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) / 100.0;
}
