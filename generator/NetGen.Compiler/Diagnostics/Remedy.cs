using System.Globalization;

namespace NetGen.Compiler.Diagnostics;

/// <summary>A proposed fix of a diagnostic: an edit of the source at a site, which a code fix applies.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Text">What is written: an attribute without its brackets, an argument, or an expression.</param>
/// <param name="Site">Index into the table of locations, or <see cref="AtFault"/>.</param>
internal sealed record Remedy(RemedyKind Kind, string Text, int Site = Remedy.AtFault)
{
    /// <summary>The edit is made at the diagnostic's own location.</summary>
    public const int AtFault = -1;

    /// <summary>A number in the place of the one at a site.</summary>
    public static Remedy Size(long size, int site = AtFault) =>
        new(RemedyKind.Replace, size.ToString(CultureInfo.InvariantCulture), site);

    /// <summary>One line of text, as a diagnostic carries it to the code fix; the site is then a number of its own locations.</summary>
    public string ToLine() => $"{Kind} {Site.ToString(CultureInfo.InvariantCulture)} {Text}";

    /// <summary>The remedies of several lines, or none where a line is not one.</summary>
    public static IReadOnlyList<Remedy> Parse(string lines)
    {
        var remedies = new List<Remedy>();
        foreach (string line in lines.Split('\n'))
        {
            string[] parts = line.Split([' '], 3);
            if (parts.Length == 3 && Enum.TryParse(parts[0], out RemedyKind kind)
                && int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int site))
                remedies.Add(new Remedy(kind, parts[2], site));
        }

        return remedies;
    }
}
