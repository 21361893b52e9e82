using System.Globalization;

namespace NetGen.Compiler.Diagnostics;

/// <summary>A fix that the compiler suggests with a diagnostic: an edit of the source at a site, which a code fix applies.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Text">What is written: an attribute without its brackets, an argument, or an expression.</param>
/// <param name="Site">Index into the table of locations, or <see cref="AtFault"/>.</param>
internal sealed record SuggestedFix(FixKind Kind, string Text, int Site = SuggestedFix.AtFault)
{
    /// <summary>The edit is made at the diagnostic's own location.</summary>
    public const int AtFault = -1;

    /// <summary>Replaces the number at a site.</summary>
    public static SuggestedFix Size(long size, int site = AtFault) =>
        new(FixKind.Replace, size.ToString(CultureInfo.InvariantCulture), site);

    /// <summary>One line of text in a property of the diagnostic; the site is then the index of an additional location.</summary>
    public string ToLine() => $"{Kind} {Site.ToString(CultureInfo.InvariantCulture)} {Text}";

    /// <summary>Parses fixes, one a line; a line that is none is skipped.</summary>
    public static IReadOnlyList<SuggestedFix> Parse(string lines)
    {
        var fixes = new List<SuggestedFix>();
        foreach (string line in lines.Split('\n'))
        {
            string[] parts = line.Split([' '], 3);
            if (parts.Length == 3 && Enum.TryParse(parts[0], out FixKind kind)
                && int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int site))
                fixes.Add(new SuggestedFix(kind, parts[2], site));
        }

        return fixes;
    }
}
