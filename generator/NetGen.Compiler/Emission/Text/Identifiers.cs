using System.Text;

namespace NetGen.Compiler.Emission;

/// <summary>Renames identifiers in emitted text. Named arguments, which stand before a colon, keep their names.</summary>
internal static class Identifiers
{
    /// <param name="text">The text.</param>
    /// <param name="renamed">The new name of an identifier, or null where it keeps its name.</param>
    public static string Renamed(string text, Func<string, string?> renamed)
    {
        var result = new StringBuilder(text.Length);
        int copied = 0;
        for (int start = 0; start < text.Length;)
        {
            if (!IsPart(text[start]))
            {
                start++;
                continue;
            }

            int end = start + 1;
            while (end < text.Length && IsPart(text[end]))
                end++;
            bool isNamedArgument = end < text.Length && text[end] == ':';
            if (!isNamedArgument && !char.IsDigit(text[start]) && renamed(text.Substring(start, end - start)) is { } name)
            {
                result.Append(text, copied, start - copied).Append(name);
                copied = end;
            }

            start = end;
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>All identifiers of a text that are no named arguments.</summary>
    public static HashSet<string> Of(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Renamed(text, name =>
        {
            found.Add(name);
            return null;
        });
        return found;
    }

    /// <summary>Whether a letter may stand in a name or a number. C# has letters of all alphabets, and marks on them.</summary>
    public static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || letter == '_' || letter > 127;
}
