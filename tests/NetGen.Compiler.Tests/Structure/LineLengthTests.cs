using System.Text.RegularExpressions;
using NetGen.Execution.Tests;

namespace NetGen.Compiler.Tests.Structure;

/// <summary>
/// Lines have at most 140 characters, in code, project files and pages, so that two files fit beside each other. What builds and tests
/// leave in the repository's folders is not looked at.
/// </summary>
/// <remarks>
/// In pages these are exempt: tables, and a link or another word that alone is so long, since Markdown cannot break them; and what a
/// program has printed, which is shown as it comes and compared with that: diagnostics, and blocks marked `text`. Not looked at are files
/// that tools write or that hold data: the solution, pictures, recorded numbers and hashes, and `*.verified.cs`, which is what the compiler
/// emits. It does not break lines, since the indentation would be a tenth of all that C# and an editor read.
/// </remarks>
public partial class LineLengthTests
{
    private const int Longest = 140;

    private static readonly string[] Sources = [".cs", ".csproj", ".md", ".props", ".targets", ".yml"];

    private static readonly string[] Left = ["bin", "obj", "artifacts", "feed", "native", "shared", "TestResults"];

    [Fact]
    public void No_line_is_long()
    {
        string[] files = [.. Files(RepositoryFolder.Location)];
        Assert.InRange(files.Length, 1000, int.MaxValue);
        string[] found = [.. files.SelectMany(file => LongLines(File.ReadAllLines(file), isPage: Path.GetExtension(file) == ".md")
            .Select(number => $"{Path.GetRelativePath(RepositoryFolder.Location, file)}:{number}"))];
        Assert.True(found.Length == 0, $"{found.Length} lines have more than {Longest} characters:\n{string.Join("\n", found.Take(50))}");
    }

    [Theory]
    [InlineData("a paragraph of ", true)]
    [InlineData("    a = formula + of + ", true)]
    [InlineData("[a link](page.md) and ", true)]
    [InlineData("| a table | of ", false)]
    [InlineData("", false)]
    [InlineData("- ", false)]
    [InlineData("    (1,2): error NG0101: what a build ", false)]
    [InlineData("    NG0101: what a build ", false)]
    public void In_a_page_it_is_long_where_it_can_be_broken(string beginning, bool isLong)
    {
        string line = beginning + new string('x', Longest + 1);
        Assert.Equal(isLong ? [2] : [], LongLines(["short", line], isPage: true));
        Assert.Equal([2], LongLines(["short", line], isPage: false));
    }

    [Fact]
    public void A_block_of_text_is_as_it_was_printed()
    {
        string line = string.Concat(Enumerable.Repeat("words ", Longest));
        Assert.Equal([4, 6], LongLines(["```text", line, "```", line, "```csharp", line, "```"], isPage: true));
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateDirectories(folder)
        .Where(child => !Left.Contains(Path.GetFileName(child)) && Path.GetFileName(child) != ".git")
        .SelectMany(Files)
        .Concat(Directory.EnumerateFiles(folder)
            .Where(file => Sources.Contains(Path.GetExtension(file)) && !Recorded().IsMatch(file)));

    /// <summary>The numbers of the lines that are long and can be broken.</summary>
    private static IEnumerable<int> LongLines(string[] lines, bool isPage)
    {
        bool isText = false;
        for (int i = 0; i < lines.Length; i++)
        {
            isText = lines[i].StartsWith("```", StringComparison.Ordinal) ? lines[i] == "```text" : isText;
            if (lines[i].Length > Longest && !(isPage && (isText || Exempt().IsMatch(lines[i]))))
                yield return i + 1;
        }
    }

    [GeneratedRegex(@"\.(verified|received)\.\w+$")]
    private static partial Regex Recorded();

    /// <summary>A table, one word behind the mark of a list or nothing, and a diagnostic with or without its place.</summary>
    [GeneratedRegex(@"^\||^ *([-*] |\d+\. )?\S+$|^    (\(\d+,\d+\): (error|warning) )?NG\d{4}: ")]
    private static partial Regex Exempt();
}
