namespace NetGen;

/// <summary>
/// A pattern for names with dots: <c>*</c> stands for one or more characters without a dot, <c>**</c> for any one or more.
/// </summary>
internal sealed class NamePattern
{
    private const string WithinLevel = "*";
    private const string AcrossLevels = "**";

    private readonly string[] parts;

    public NamePattern(string text)
    {
        Text = text;
        parts = [.. PartsOf(text)];
    }

    /// <summary>The pattern of a text that a caller gave.</summary>
    /// <exception cref="ArgumentException">It is empty, or has more than two stars side by side.</exception>
    public static NamePattern Parse(string text, string argument)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, argument);
        return text.Contains("***", StringComparison.Ordinal)
            ? throw new ArgumentException($"'{text}' has more than two stars side by side; expected * or **.", argument)
            : new NamePattern(text);
    }

    public string Text { get; }

    /// <summary>The wildcards in their order.</summary>
    public IEnumerable<string> Wildcards => parts.Where(IsWildcard);

    /// <summary>What the wildcards stand for in a name, each as short as can be; null of a name that does not match.</summary>
    public IReadOnlyList<string>? Match(string name)
    {
        var found = new Stack<string>();
        return Matches(parts, name, found) ? [.. found] : null;
    }

    /// <summary>The name in which the wildcards stand for these texts.</summary>
    public string Filled(IReadOnlyList<string> texts)
    {
        int next = 0;
        return string.Concat(parts.Select(part => IsWildcard(part) ? texts[next++] : part));
    }

    private static bool IsWildcard(string part) => part is WithinLevel or AcrossLevels;

    private static IEnumerable<string> PartsOf(string text)
    {
        int position = 0;
        while (position < text.Length)
        {
            int end = text[position] == '*' ? text.AsSpan(position).IndexOfAnyExcept('*') : text.AsSpan(position).IndexOf('*');
            string part = end < 0 ? text[position..] : text.Substring(position, end);
            yield return part;
            position += part.Length;
        }
    }

    /// <summary>Whether parts match a whole text; what the wildcards stand for is pushed from the last to the first.</summary>
    private static bool Matches(ReadOnlySpan<string> parts, ReadOnlySpan<char> text, Stack<string> found)
    {
        if (parts.IsEmpty)
            return text.IsEmpty;
        if (!IsWildcard(parts[0]))
            return text.StartsWith(parts[0], StringComparison.Ordinal) && Matches(parts[1..], text[parts[0].Length..], found);
        int dot = parts[0] == WithinLevel ? text.IndexOf('.') : -1;
        int longest = dot < 0 ? text.Length : dot;
        for (int length = 1; length <= longest; length++)
        {
            if (Matches(parts[1..], text[length..], found))
            {
                found.Push(text[..length].ToString());
                return true;
            }
        }

        return false;
    }
}
