using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.CodeFixes;
using NetGen.CodeFixes.Declarations;
using NetGen.CodeFixes.Suggested;
using NetGen.Compiler;
using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Passes;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>
/// An exception in a step is one error at the class that the step was about, and nothing else: the other networks are generated and
/// checked, and code that uses the class compiles. Cancellation is none.
/// </summary>
public class FailureTests
{
    private const string Source = """
        [Network, Input(4), Bad(3), Linear(2)] public partial class Net;
        [Network, Input(4), Linear(2)] public partial class Other;
        [Linear(Width), ReLU] public partial class Bad(int width) : Block;
        public static class Use
        {
            public static object[] Of() => [new Net(seed: 3), new Other(seed: 3).Linear1.Weight];
            public static void Judge(Net net, IDataSet data) => net.Evaluate(data);
        }
        """;

    [Theory]
    [InlineData(NetworkGenerator.ReadStep, "Net", "Reading")]
    [InlineData("Report", "Net", "Check")]
    [InlineData("Add", "Net", "naming its files")]
    [InlineData(NetworkGenerator.BlocksStep, "Bad", NetworkGenerator.BlocksStep)]
    [InlineData(NetworkGenerator.DescriptionsStep, "Bad", NetworkGenerator.DescriptionsStep)]
    public void A_step_of_the_generator_that_fails_is_an_error_of_its_class(string step, string name, string pass)
    {
        CSharpCompilation compilation = NetworkSource.Compilation(Source);
        GeneratorDriver driver = NetworkSource.Driver(
            new NetworkGenerator((found, about) => Throw(found == step && about == name)), [("build_property.RunAnalyzers", "false")]);

        driver = driver.RunGeneratorsAndUpdateCompilation(
            compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics, TestContext.Current.CancellationToken);

        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Diagnostic failure = Assert.Single(diagnostics);
        Assert.Equal(
            (
                "NG0900",
                $"Compiling '{name}' failed in {pass}: InvalidOperationException, it has failed. This is a fault of NetGen; "
                + "please report it with the network's declaration."),
            (failure.Id, failure.GetMessage()));
        Assert.Equal(name == "Net" ? 0 : 2, failure.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Contains(result.GeneratedSources, source => source.HintName == "Other.Kernels.g.cs");

        // Without its files, or without the constants of its block, a network is not what its users think it is.
        if (step is NetworkGenerator.ReadStep or "Report" or NetworkGenerator.DescriptionsStep)
            Assert.Empty(
                output.GetDiagnostics(TestContext.Current.CancellationToken).Where(found => found.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void A_failure_of_the_compiler_names_its_pass()
    {
        GeneratedPart generated = GeneratedNetwork.Of(
            Reading(),
            (_, _) => throw new PassFailedException("Fuse", new InvalidOperationException("two groups write one tensor")),
            TestContext.Current.CancellationToken);

        Assert.Equal(
            "Compiling 'Net' failed in the pass 'Fuse': InvalidOperationException, two groups write one tensor. This is a fault of NetGen; "
            + "please report it with the network's declaration.",
            generated.Diagnostic?.GetMessage());
        Assert.Equal([".g.cs"], generated.Files.Select(file => file.Ending));
    }

    [Fact]
    public void Cancellation_is_no_failure()
    {
        using var cancelled = new CancellationTokenSource();
        NetworkReading reading = Reading();
        Assert.ThrowsAny<OperationCanceledException>(() => GeneratedNetwork.Of(
            reading,
            (_, token) =>
            {
                cancelled.Cancel();
                token.ThrowIfCancellationRequested();
                return [];
            },
            cancelled.Token));

        // One that nobody asked for is a failure as any other.
        GeneratedPart generated = GeneratedNetwork.Of(
            reading, (_, _) => throw new OperationCanceledException("nobody asked"), TestContext.Current.CancellationToken);
        Assert.Contains("OperationCanceledException, nobody asked", generated.Diagnostic!.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NetworkAnalyzer.TypeStep, "Bad", "Check", "Bad")]
    [InlineData(NetworkAnalyzer.NetworkStep, "Net", "Check", "Net")]
    [InlineData(NetworkAnalyzer.CallStep, "net.Evaluate", "DataSetFit", "net.Evaluate(data)")]
    public async Task A_step_of_the_analyzer_that_fails_is_an_error_of_its_class(string step, string name, string pass, string at)
    {
        const string Wrong = "\n[Network, Input(4), Linear(2, In = 7)] public partial class Wrong;";
        CSharpCompilation compilation = NetworkSource.Compilation(Source + Wrong);
        NetworkSource.Driver()
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _, TestContext.Current.CancellationToken);

        ImmutableArray<Diagnostic> found = await output.WithAnalyzers(
            [new NetworkAnalyzer((at, about) => Throw(at == step && about == name))])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["NG0102", "NG0900"], found.Select(fault => fault.Id).Order());
        Diagnostic failure = found.Single(fault => fault.Id == "NG0900");
        Assert.Equal(
            $"Compiling '{name}' failed in {pass}: InvalidOperationException, it has failed. This is a fault of NetGen; "
            + "please report it with the network's declaration.",
            failure.GetMessage());
        Assert.Equal(
            at, failure.Location.SourceTree!.ToString().Substring(failure.Location.SourceSpan.Start, failure.Location.SourceSpan.Length));
    }

    /// <summary>A fix that fails is not offered; the others of the diagnostic are.</summary>
    [Fact]
    public async Task A_fix_that_fails_leaves_the_others()
    {
        using var workspace = new AdhocWorkspace();
        Document document = workspace.AddProject("Fixes", LanguageNames.CSharp)
            .AddDocument("Net.cs", "[Network, Linear(2)] class Net { }", filePath: "Net.cs");
        SyntaxTree tree = (await document.GetSyntaxTreeAsync(TestContext.Current.CancellationToken))!;
        Diagnostic diagnostic = Descriptors.ToDiagnostic(
            new Fault(Rules.NotPartial.Id, 0, EquatableArray.Of("Net"))
            {
                Fixes = EquatableArray.Of(new SuggestedFix(FixKind.Replace, "x"), new SuggestedFix(FixKind.Remove, "")),
            },
            [Location.Create(tree, new(27, 3))]);

        IReadOnlyList<Proposal> proposals = await FixList.ProposeAsync(
            document.Project.Solution, diagnostic, [new FailingSuggestedFixEdit(), new RemoveFix()], [new FailingFix(), new PartialFix()],
            TestContext.Current.CancellationToken);

        Assert.Contains(proposals, proposal => proposal.Title == "Declare 'Net' partial");
        Assert.All(proposals, proposal => Assert.DoesNotContain("fail", proposal.Title, StringComparison.Ordinal));
    }

    private static NetworkReading Reading()
    {
        CSharpCompilation compilation = NetworkSource.Compilation("[Network, Input(4), Linear(2)] public partial class Net;");
        return NetworkReading.Read(compilation.GetTypeByMetadataName("Net")!, compilation, TestContext.Current.CancellationToken);
    }

    private static void Throw(bool isWanted)
    {
        if (isWanted)
            throw new InvalidOperationException("it has failed");
    }

    private sealed class FailingSuggestedFixEdit : ISuggestedFixEdit
    {
        public FixKind Kind => FixKind.Replace;

        public Proposal? Propose(FaultPlace place, SuggestedFix fix, bool isInBlock) =>
            throw new InvalidOperationException("it has failed");
    }

    private sealed class FailingFix : IDeclarationFix
    {
        public IReadOnlyList<string> Ids => [Rules.NotPartial.Id];

        public Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation) =>
            throw new InvalidOperationException("it has failed");
    }
}
