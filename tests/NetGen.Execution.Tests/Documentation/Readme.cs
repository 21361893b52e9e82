namespace NetGen.Execution.Tests.Documentation;

/// <summary>The readme's text.</summary>
internal static class Readme
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(RepositoryFolder.Location, "README.md")).ReplaceLineEndings("\n");

    /// <summary>What stands between the fences of a language, in order.</summary>
    public static IEnumerable<string> Blocks(string language)
    {
        string fence = $"```{language}\n";
        for (int start = Text.IndexOf(fence, StringComparison.Ordinal); start >= 0; start = Text.IndexOf(fence, start, StringComparison.Ordinal))
        {
            start += fence.Length;
            yield return Text[start..Text.IndexOf("\n```", start, StringComparison.Ordinal)];
        }
    }
}
