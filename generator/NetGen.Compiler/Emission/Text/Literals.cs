using System.Globalization;
using System.Text;

namespace NetGen.Compiler.Emission;

/// <summary>The one place where values become C# text: invariant culture, round-trip digits.</summary>
internal static class Literals
{
    // Most numbers in an emitted file are small.
    private static readonly string[] Small = [.. Enumerable.Range(0, 1024).Select(value => value.ToString(CultureInfo.InvariantCulture))];

    public static string Float(double value)
    {
        float single = (float)value;
        if (float.IsNaN(single))
            return "float.NaN";
        if (float.IsInfinity(single))
            return single > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        return single.ToString("R", CultureInfo.InvariantCulture) + "f";
    }

    public static string Double(double value) => double.IsNaN(value) || double.IsInfinity(value)
        ? throw new ArgumentOutOfRangeException(nameof(value), value, "a finite number is expected")
        : value.ToString("R", CultureInfo.InvariantCulture) + "d";

    public static string Integer(long value) =>
        value >= 0 && value < Small.Length ? Small[value] : value.ToString(CultureInfo.InvariantCulture);

    public static string String(string value)
    {
        var text = new StringBuilder("\"");
        foreach (char letter in value)
            text.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                _ when IsEscaped(letter) => "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture),
                _ => letter.ToString(),
            });
        return text.Append('"').ToString();
    }

    /// <summary>Control characters, what C# takes for the end of a line, and halves of a character, which no file can hold.</summary>
    private static bool IsEscaped(char letter) => char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029';

    /// <summary>A text as an expression of one line of code for each of its lines.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<string> lines) => lines.Select(
        (line, index) => index < lines.Count - 1 ? String(line + "\n") + " +" : String(line));
}
