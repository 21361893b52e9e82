using System.Text.RegularExpressions;

namespace CharGpt;

/// <summary>The text of Pride and Prejudice.</summary>
internal static partial class Book
{
    private const string File = "PrideAndPrejudice.txt";

    /// <summary>The book, each paragraph on a line.</summary>
    public static string Read()
    {
        using Stream stream = typeof(Book).Assembly.GetManifestResourceStream(File)!;
        using var reader = new StreamReader(stream);
        return EmptyLines().Replace(LineEnd().Replace(reader.ReadToEnd().ReplaceLineEndings("\n"), " "), "\n");
    }

    /// <summary>The words of a text, in small letters.</summary>
    public static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value.ToLowerInvariant());

    [GeneratedRegex("(?<!\n)\n(?!\n)")]
    private static partial Regex LineEnd();

    [GeneratedRegex("\n+")]
    private static partial Regex EmptyLines();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Word();
}
