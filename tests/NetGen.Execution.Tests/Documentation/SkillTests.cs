using System.Globalization;
using System.Text.RegularExpressions;

namespace NetGen.Execution.Tests.Documentation;

/// <summary>What agents read is short, and its programs are those that <see cref="ReadmeTests"/> compiles.</summary>
public class SkillTests
{
    private static readonly string[] Lines = File.ReadAllLines(Readme.Skill);

    [Fact]
    public void It_is_short() => Assert.InRange(Lines.Length, 100, 200);

    /// <summary>A name, and a description that says when to use it, before all else.</summary>
    [Fact]
    public void It_begins_with_its_name_and_description()
    {
        Assert.Equal(["---", "name: netgen", "description: >-"], Lines[..3]);
        int end = Array.IndexOf(Lines, "---", 1);
        Assert.All(Lines[3..end], line => Assert.StartsWith("  ", line, StringComparison.Ordinal));
        Assert.InRange(Lines[3..end].Sum(line => line.Length), 100, 1024);
    }

    [Fact]
    public void Its_blocks_are_whole_programs()
    {
        int[] blocks = [.. Enumerable.Range(0, Lines.Length).Where(line => Lines[line] == "```csharp")];
        Assert.Equal(3, blocks.Length);
        Assert.All(blocks, block => Assert.Equal("using NetGen;", Lines[block + 1]));
    }

    [Fact]
    public void Its_first_program_learns()
    {
        string written = ReadmeProgram.All.Single(program => program.Name == "Disc").Run();
        Match best = Regex.Match(written, @"best: epoch .*accuracy (\S+) % of 200 samples.*\s+class 1");
        Assert.True(best.Success, written);
        Assert.InRange(double.Parse(best.Groups[1].Value, CultureInfo.InvariantCulture), 90, 100);
    }

    /// <summary>Pages that it leads to are there.</summary>
    [Fact]
    public void Its_links_lead_to_pages()
    {
        string[] links = [.. Regex.Matches(File.ReadAllText(Readme.Skill), @"\]\((\S+?)\)").Select(link => link.Groups[1].Value)];
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(Readme.Skill)!, link)), link));
    }
}
