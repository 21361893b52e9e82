using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.CodeFixes;

namespace NetGen.Generator.Tests.Language;

/// <summary>What a person writes in a network's class beside its attributes.</summary>
public class OwnMembersTests
{
    /// <summary>What the generated part has too is one error, at the person's member, and none in generated code.</summary>
    [Theory]
    [InlineData("public Net(int seed) { }", "Net",
        "the constructor Net(int seed = 0), which makes the parameters. "
        + "Leave this one out, or give it other parameters and let it call that one: Net(string path) : this(seed: 0).")]
    [InlineData("public Net(int seed = 0) : base(null!, seed) { }", "Net",
        "the constructor Net(int seed = 0), which makes the parameters. "
        + "Leave this one out, or give it other parameters and let it call that one: Net(string path) : this(seed: 0).")]
    [InlineData(
        "public Net() { }", "Net",
        "the constructor Net(int seed = 0), which makes the parameters. Let this one call it: Net() : this(seed: 0).")]
    [InlineData("private Net(string path, int seed) => Load(path);", "Net",
        "the constructor Net(int seed = 0), which makes the parameters. Let this one call it: Net(string path, int seed) : this(seed).")]
    [InlineData(
        "protected override void RunPredict(NetGen.Runtime.Workspace workspace) { }", "RunPredict",
        "the member RunPredict. Rename this one.")]
    [InlineData(
        "protected override void RunLossValues(NetGen.Runtime.Workspace workspace) { }", "RunLossValues",
        "the member RunLossValues. Rename this one.")]
    [InlineData(
        "protected override NetGen.Runtime.GroupDescription[] DescribeGroups() => [];", "DescribeGroups",
        "the member DescribeGroups. Rename this one.")]
    [InlineData("public static class NetGenDescription;", "NetGenDescription", "the member NetGenDescription. Rename this one.")]
    public async Task A_member_that_is_generated_is_one_error(string member, string at, string message)
    {
        string source = $$"""
            [Network, Input(4), Linear(2)]
            public partial class Net
            {
                {{member}}
            }
            public static class User { public static Net Make() => new(3); }
            """;

        Diagnostic fault = Assert.Single(await NetworkSource.Diagnose(source), found => found.Severity == DiagnosticSeverity.Error);

        Assert.Equal(("NG0020", $"The generated part of 'Net' has {message}"), (fault.Id, fault.GetMessage()));
        Assert.Equal(at, source.Substring(fault.Location.SourceSpan.Start, fault.Location.SourceSpan.Length));
        Assert.Equal(3, fault.Location.GetLineSpan().StartLinePosition.Line);
    }

    /// <summary>The fix is tried on source beside its generated part, without which C# knows no such constructor.</summary>
    [Theory]
    [InlineData("public Net(string path) { }", "public Net(string path) : this(seed: 0) { }")]
    [InlineData("public Net(string path, int seed) : base(null!, seed) { }", "public Net(string path, int seed) : this(seed) { }")]
    public async Task A_constructor_is_made_to_call_the_generated_one(string written, string mended)
    {
        const string Source = "[Network, Input(4), Linear(2)] public partial class Net { MEMBER }";
        using var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Own", "Own", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14), metadataReferences: NetworkSource.References));
        Document document = project.AddDocument("Usings.cs", NetworkSource.Usings).Project
            .AddDocument("Net.cs", Source.Replace("MEMBER", written, StringComparison.Ordinal), filePath: "Net.cs");
        Compilation compilation = (await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        Diagnostic fault = Assert.Single(await NetworkSource.Analyze((CSharpCompilation)compilation));

        Proposal proposal = Assert.Single(
            await FixList.ProposeAsync(document.Project.Solution, fault, TestContext.Current.CancellationToken));

        Assert.Equal("Call the generated constructor", proposal.Title);
        string text = (await document.GetTextAsync(TestContext.Current.CancellationToken))
            .WithChanges(proposal.Edits.Select(edit => edit.Change)).ToString();
        Assert.Equal(Source.Replace("MEMBER", mended, StringComparison.Ordinal), text);
        Assert.Empty(await NetworkSource.Diagnose(text));
    }

    /// <summary>Other members take the place of generated ones, which give way.</summary>
    [Theory]
    [InlineData("public Net(string path) : this(0) => Load(path);")]
    [InlineData("public Net() : this(seed: 7) { }")]
    [InlineData("static Net() { }")]
    [InlineData("public float[] Predict(float[] sample) => sample;")]
    [InlineData("public const int InputLength = 3;")]
    [InlineData("public static string Summary() => \"\";")]
    [InlineData("public class Kernels;")]
    [InlineData("public enum Linear1 { First }")]
    [InlineData("public void RunPredict(int times) { }")]
    [InlineData("public int Vector512 => 3; public int Workspace => 4;")]
    public async Task Other_members_are_free(string member) =>
        Assert.Empty(await NetworkSource.Diagnose($"[Network, Input(4), Linear(2)] public partial class Net {{ {member} }}"));
}
