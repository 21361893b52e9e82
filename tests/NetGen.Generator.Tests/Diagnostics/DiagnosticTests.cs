using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Compiler;
using NetGen.Compiler.Diagnostics;

namespace NetGen.Generator.Tests.Diagnostics;

public class DiagnosticTests
{
    public static TheoryData<string> Ids => [.. DiagnosticCases.All.Select(found => found.Id)];

    public static TheoryData<string> IdsInDeclarations =>
        [.. DiagnosticCases.All.Where(found => !found.IsOutside).Select(found => found.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_wrong_network_has_one_fault_at_its_place(string id)
    {
        DiagnosticCase found = DiagnosticCases.All.Single(candidate => candidate.Id == id);
        (string source, string marked) = NetworkSource.Unmarked(found.Source);

        IReadOnlyList<Diagnostic> diagnostics = await NetworkSource.Diagnose(source);

        Diagnostic fault = Assert.Single(diagnostics, diagnostic => !found.AlsoReported.Split(' ').Contains(diagnostic.Id));
        Assert.Equal((found.Id, found.Message, marked), (fault.Id, fault.GetMessage(), NetworkSource.Span(fault)));
    }

    [Theory]
    [MemberData(nameof(IdsInDeclarations))]
    public async Task With_analyzers_off_the_generator_reports_the_same_once(string id)
    {
        DiagnosticCase found = DiagnosticCases.All.Single(candidate => candidate.Id == id);
        (string source, string marked) = NetworkSource.Unmarked(found.Source);

        IReadOnlyList<Diagnostic> diagnostics = await NetworkSource.Diagnose(source, runAnalyzers: false);

        Diagnostic fault = Assert.Single(diagnostics, diagnostic => !found.AlsoReported.Split(' ').Contains(diagnostic.Id));
        Assert.Equal((found.Id, found.Message, marked), (fault.Id, fault.GetMessage(), NetworkSource.Span(fault)));
    }

    [Fact]
    public void Every_rule_has_a_test()
    {
        string[] elsewhere = [Rules.BlockWithoutSource.Id, Rules.LanguageVersion.Id, Rules.CompilerFailure.Id];
        Assert.Equal(Rules.All.Select(rule => rule.Id).Order(), DiagnosticCases.All.Select(found => found.Id).Concat(elsewhere).Order());
    }

    [Fact]
    public async Task A_block_that_NetGen_did_not_see_being_compiled_has_no_description()
    {
        CSharpCompilation library = NetworkSource.Compilation("[Linear(2)] public partial class Head : Block;").WithAssemblyName("Library");
        CSharpCompilation compilation = NetworkSource.Compilation("[Network, Input(4), Head] public partial class Net;")
            .AddReferences(library.ToMetadataReference());
        using var image = new MemoryStream();
        Assert.True(library.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        compilation = compilation.ReplaceReference(compilation.References.Last(), MetadataReference.CreateFromImage(image.ToArray()));

        NetworkSource.Driver(runAnalyzers: false).RunGeneratorsAndUpdateCompilation(
            compilation, out _, out var diagnostics, TestContext.Current.CancellationToken);

        Diagnostic fault = Assert.Single(diagnostics);
        Assert.Equal("NG0014", fault.Id);
        Assert.Equal(
            "The block 'Head' comes from another assembly, where its layers cannot be read: it has no description there. "
            + "Declare it partial and build its project with NetGen, or add its source to this one.", fault.GetMessage());
        Assert.Equal("Head", await TextAt(compilation, fault));
    }

    /// <summary>An editor refers to another project by its source, which is no part of this compilation.</summary>
    [Theory]
    [InlineData("[Linear(2)] public partial class Other : Block;", "[Network, Input(4), Other] public partial class Net;",
        "NG0014",
        "The block 'Other' comes from another assembly, where its layers cannot be read: it has no description there. "
        + "Declare it partial and build its project with NetGen, or add its source to this one.")]
    [InlineData(
        "[Network, Input(4), Linear(2)] public partial class Other;", "[Network, Input<Other>, Linear(2)] public partial class Net;",
        "NG0305",
        "'Other' cannot be an input: it comes from another assembly, which does not say what it gives. "
        + "Build its project with this version of NetGen, and see that the network has no error there.")]
    [InlineData("[DataSet] public class Other;", "[Network, Input<Other>, Linear(2)] public partial class Net;",
        "NG0304", "'Other' cannot be an input: it has no [Sample(…)].")]
    [InlineData("[DataSet, Sample(28, 28, 1)] public class Other;", "[Network, Input<Other>, Flatten, Linear(2)] public partial class Net;",
        "NG0116",
        "The data set 'Other' has 28 channels of 28×1. Sizes are channels first: did you mean [Sample(1, 28, 28, ChannelsLast = true)]?")]
    public async Task What_another_project_has_is_not_edited(string other, string source, string id, string message)
    {
        CSharpCompilation library = NetworkSource.Compilation(other).WithAssemblyName("Library");
        CSharpCompilation compilation = NetworkSource.Compilation(source).AddReferences(library.ToMetadataReference());

        Diagnostic fault = Assert.Single(await NetworkSource.Analyze(compilation));

        Assert.Equal((id, message), (fault.Id, fault.GetMessage()));
        Assert.Empty(fault.Properties);
        Assert.DoesNotContain(
            NetworkSource.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results,
            result => result.Exception is not null);
    }

    [Fact]
    public async Task Networks_that_are_inputs_of_each_other_lead_back()
    {
        IReadOnlyList<Diagnostic> found = await NetworkSource.Diagnose("""
            [Network, Input<Decoder>, Linear(3)] public partial class Encoder;
            [Network, Input<Encoder>, Linear(3)] public partial class Decoder;
            [Network, Input<Decoder>, Linear(3)] public partial class Judge;
            """);
        Assert.Equal(
            [
                "NG0305: 'Decoder' cannot be an input: its own input leads back to this network.",
                "NG0305: 'Encoder' cannot be an input: its own input leads back to this network.",
            ],
            found.Select(fault => $"{fault.Id}: {fault.GetMessage()}").Order());
    }

    private static async Task<string> TextAt(Compilation compilation, Diagnostic fault)
    {
        string path = fault.Location.GetLineSpan().Path;
        SyntaxTree tree = compilation.SyntaxTrees.Single(candidate => candidate.FilePath == path);
        return (await tree.GetTextAsync(TestContext.Current.CancellationToken)).ToString(fault.Location.SourceSpan);
    }
}
