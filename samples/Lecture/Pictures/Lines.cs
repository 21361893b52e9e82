namespace Lecture.Pictures;

/// <summary>Text in lines of a terminal.</summary>
internal static class Lines
{
    /// <summary>Breaks paragraphs between words.</summary>
    /// <param name="text">The text, a paragraph a line.</param>
    /// <param name="columns">Characters a line, at most; a longer word is cut.</param>
    public static IEnumerable<string> Wrap(string text, int columns)
    {
        foreach (string paragraph in text.Split('\n'))
        {
            string rest = paragraph.Trim();
            while (rest.Length > columns)
            {
                int space = rest.LastIndexOf(' ', columns);
                int end = space > 0 ? space : columns;
                yield return rest[..end];
                rest = rest[end..].TrimStart();
            }

            yield return rest;
        }
    }
}
