namespace NetGen.Package.Tests;

/// <summary>The commands with which the readme makes a project that uses the packages, so that a test runs what the readme says.</summary>
internal static class ReadmeCommands
{
    private const string Heading = "## In your own project";
    private const string Fence = "```\n";

    /// <summary>The arguments of each <c>dotnet</c> command under the heading, up to the end of its first block.</summary>
    public static string[][] Read()
    {
        string readme = File.ReadAllText(Path.Combine(Packages.Repository, "README.md"));
        int section = readme.IndexOf(Heading, StringComparison.Ordinal);
        int begin = readme.IndexOf(Fence, section, StringComparison.Ordinal) + Fence.Length;
        int end = readme.IndexOf(Fence, begin, StringComparison.Ordinal);
        return [.. readme[begin..end].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Arguments)];
    }

    private static string[] Arguments(string line)
    {
        string[] words = line.Split(' ');
        Assert.Equal("dotnet", words[0]);
        return [.. words[1..].Select(word => word.Trim('"'))];
    }
}
