namespace MnistTrainer.Report;

/// <summary>Text broken between words where a terminal is narrower.</summary>
internal static class WrappedLines
{
    private const string Indent = "  ";

    /// <summary>The lines, all but the first indented; a word that is longer than a line is broken too.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The columns of the terminal, at least 10.</param>
    public static IEnumerable<string> Of(string text, int width)
    {
        string indent = "";
        while (indent.Length + text.Length > width)
        {
            int room = width - indent.Length, space = text.LastIndexOf(' ', room, room);
            int end = space > 0 && text.AsSpan(0, space).ContainsAnyExcept(' ') ? space : room;
            yield return indent + text[..end];
            (text, indent) = (text[end..].TrimStart(), Indent);
        }

        yield return indent + text;
    }
}
