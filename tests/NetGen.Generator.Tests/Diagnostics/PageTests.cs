using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using NetGen.CodeFixes;
using NetGen.Compiler.Diagnostics;
using NetGen.Generator.Tests.Fixes;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Each rule has a page, whose wrong code is wrong and whose right code is right, and a line in the release file.</summary>
public class PageTests
{
    public static TheoryData<string> Ids => [.. Rules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_and_a_release_line(string id)
    {
        Rule rule = Rules.Of(id);
        Assert.StartsWith($"# {id}: {rule.Title}\n", Page(id), StringComparison.Ordinal);
        string releases = File.ReadAllText(Path.Combine(Folder("NetGen.Generator"), "AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(Path.Combine(Folder("NetGen.Generator"), "AnalyzerReleases.Shipped.md"));
        Assert.Contains($"{id} | NetGen | {Severity(rule)} | {rule.Title}", releases, StringComparison.Ordinal);
    }

    [Fact]
    public void No_page_is_without_a_rule() => Assert.Equal(
        Rules.All.Select(rule => rule.Id).Order(),
        Directory.GetFiles(Folder("docs"), "NG*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order());

    /// <summary>The list of pages says of each rule how it is shown and which of its fixes are tested.</summary>
    [Fact]
    public void The_list_says_which_rules_have_a_fix()
    {
        var table = new StringBuilder("| | | | fixes, for example |\n| --- | --- | --- | --- |\n");
        foreach (Rule rule in Rules.All)
        {
            string[] fixes = [.. FixCases.All.Where(fix => fix.Id == rule.Id).Select(fix => $"`{fix.Title}`").Distinct()];
            table.Append(
                CultureInfo.InvariantCulture,
                $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.Severity.ToString().ToLowerInvariant()} | "
                + $"{(fixes.Length > 0 ? string.Join("; ", fixes) : "none")} |\n");
        }

        string list = File.ReadAllText(Path.Combine(Folder("docs"), "README.md"));
        Assert.True(
            list.Contains(table.ToString(), StringComparison.Ordinal), $"generator/docs/README.md does not have this table:\n{table}");
    }

    /// <summary>A page says why there is no fix where there is none, and only there.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_why_there_is_no_fix(string id) =>
        Assert.NotEqual(FixList.Ids.Contains(id), Page(id).Contains("\nThere is no fix: ", StringComparison.Ordinal));

    [Fact]
    public async Task Right_code_is_right()
    {
        foreach (Rule rule in Rules.All)
        {
            string? right = Code(Page(rule.Id), "Right");
            if (right is null)
                continue;
            IReadOnlyList<Diagnostic> diagnostics = await NetworkSource.Diagnose(right);
            Assert.True(diagnostics.Count == 0, $"{rule.Id}: {string.Join("\n", diagnostics)}");
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Wrong_code_is_that_of_the_test(string id)
    {
        DiagnosticCase? tested = DiagnosticCases.All.SingleOrDefault(candidate => candidate.Id == id);
        Assert.Equal(tested is null ? null : NetworkSource.Unmarked(tested.Source).Source, Code(Page(id), "Wrong"));
        if (tested is not null)
            Assert.Contains($"    {id}: {tested.Message}\n", Page(id), StringComparison.Ordinal);
    }

    /// <summary>The severity by the name that release files have for it.</summary>
    private static string Severity(Rule rule) => rule.Severity == RuleSeverity.Suggestion ? "Info" : rule.Severity.ToString();

    private static string Page(string id) => File.ReadAllText(Path.Combine(Folder("docs"), id + ".md"));

    private static string? Code(string page, string heading)
    {
        int start = page.IndexOf($"## {heading}\n\n```csharp\n", StringComparison.Ordinal);
        if (start < 0)
            return null;
        start = page.IndexOf("```csharp\n", start, StringComparison.Ordinal) + "```csharp\n".Length;
        return page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    private static string Folder(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "generator", name));
}
