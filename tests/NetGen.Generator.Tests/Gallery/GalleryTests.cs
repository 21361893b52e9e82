using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes;

namespace NetGen.Generator.Tests.Gallery;

/// <summary>The page of well-known mistakes: each network's messages, their places, and fixes are what the page says.</summary>
public partial class GalleryTests
{
    private static readonly IReadOnlyList<(string Title, string Code, string Said)> Mistakes = Read();

    public static TheoryData<string> Titles => [.. Mistakes.Select(mistake => mistake.Title)];

    [Fact]
    public void There_are_at_least_twenty() => Assert.InRange(Mistakes.Count, 20, int.MaxValue);

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task A_mistake_gets_its_messages_and_fixes(string title)
    {
        (string _, string code, string said) = Mistakes.Single(mistake => mistake.Title == title);
        using var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Gallery", "Gallery", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14), metadataReferences: NetworkSource.References));
        project = project.AddDocument("Usings.cs", NetworkSource.Usings).Project.AddDocument("Net.cs", code, filePath: "Net.cs").Project;
        Compilation compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;

        ImmutableArray<Diagnostic> found = await NetworkSource.Analyze((CSharpCompilation)compilation);

        Diagnostic[] shown = [.. found.OrderBy(fault => fault.Location.SourceSpan.Start).ThenBy(fault => fault.Id, StringComparer.Ordinal)];
        var fixes = new List<string>();
        foreach (Diagnostic fault in shown)
            fixes.AddRange(
                (await FixList.ProposeAsync(project.Solution, fault, TestContext.Current.CancellationToken))
                    .Select(proposal => $"`{proposal.Title}`"));
        string diagnostics = string.Concat(shown.Select(fault =>
            $"    {Place(fault)}: {fault.Severity.ToString().ToLowerInvariant()} {fault.Id}: {fault.GetMessage()}\n"));
        string actual = $"{diagnostics}\nFixes: {(fixes.Count > 0 ? string.Join("; ", fixes) : "none")}.";
        Assert.True(said == actual, $"The page says\n{said}\nand this comes:\n{actual}");
    }

    /// <summary>Line and column as a build prints them, counted from 1.</summary>
    private static string Place(Diagnostic fault)
    {
        LinePosition start = fault.Location.GetLineSpan().StartLinePosition;
        return string.Create(CultureInfo.InvariantCulture, $"({start.Line + 1},{start.Character + 1})");
    }

    private static List<(string Title, string Code, string Said)> Read([CallerFilePath] string here = "")
    {
        string page = File.ReadAllText(
            Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "generator", "docs", "shape-errors.md"));
        return [.. Section().Matches(page).Select(match => (
            match.Groups["title"].Value, match.Groups["code"].Value,
            match.Groups["said"].Value.Replace(";\n", "; ", StringComparison.Ordinal)))];
    }

    [GeneratedRegex(
        @"## \d+\. (?<title>[^\n]+)\n\n```csharp\n(?<code>.*?)\n```\n.*?\nNetGen:\n\n(?<said>.*?\nFixes: .*?)(?=\n\n|\n\z)",
        RegexOptions.Singleline)]
    private static partial Regex Section();
}
