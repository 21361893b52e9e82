namespace NetGen.Execution.Tests.Documentation;

/// <summary>The text of the README, of the pages in docs that it leads to, and of the skill, one after the other.</summary>
internal static class Readme
{
    public static string Text { get; } = string.Concat(Pages().Select(path => File.ReadAllText(path).ReplaceLineEndings("\n")));

    /// <summary>What agents read.</summary>
    public static string Skill => Path.Combine(RepositoryFolder.Location, "skills", "netgen", "SKILL.md");

    private static IEnumerable<string> Pages() =>
        Directory.GetFiles(Path.Combine(RepositoryFolder.Location, "docs"), "*.md").Order(StringComparer.Ordinal)
            .Prepend(Path.Combine(RepositoryFolder.Location, "README.md")).Append(Skill);

    /// <summary>The code blocks of a language, in order.</summary>
    public static IEnumerable<string> Blocks(string language)
    {
        string fence = $"```{language}\n";
        for (int start = Text.IndexOf(fence, StringComparison.Ordinal);
            start >= 0;
            start = Text.IndexOf(fence, start, StringComparison.Ordinal))
        {
            start += fence.Length;
            yield return Text[start..Text.IndexOf("\n```", start, StringComparison.Ordinal)];
        }
    }
}
