using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.CodeFixes;

namespace NetGen.Generator.Tests.Documentation;

/// <summary>The README's picture of an editor, light and dark: its message and fixes are those of the code that it shows.</summary>
public class PictureTests
{
    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task The_editor_shows_the_message_and_the_fixes(string theme)
    {
        XElement picture = XElement.Load(
            Path.Combine(NetGen.Execution.Tests.RepositoryFolder.Location, "docs", "images", $"shape-error-{theme}.svg"));
        using var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Picture", "Picture", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14), metadataReferences: NetworkSource.References));
        project = project.AddDocument("Usings.cs", NetworkSource.Usings).Project
            .AddDocument("MnistCnn.cs", string.Join("\n", Lines("code"))).Project;
        var compilation = (CSharpCompilation)(await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;

        Diagnostic shown = Assert.Single(await NetworkSource.Analyze(compilation));

        Assert.Contains(shown.Id, picture.Value, StringComparison.Ordinal);
        Assert.Equal(shown.GetMessage(), string.Join(" ", Lines("message")));
        Assert.Equal(
            (await FixList.ProposeAsync(project.Solution, shown, TestContext.Current.CancellationToken)).Select(proposal => proposal.Title),
            Lines("fix"));

        IEnumerable<string> Lines(string name) =>
            picture.Descendants().Where(element => element.Attribute("class")?.Value == name).Select(element => element.Value);
    }
}
