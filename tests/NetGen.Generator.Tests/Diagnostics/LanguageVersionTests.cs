using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Compiler.Diagnostics;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>
/// Generated code is C# 13. In a project that states less, each network has one error, and neither its users' code nor generated code has
/// any.
/// </summary>
public class LanguageVersionTests
{
    /// <summary>
    /// All that the generator emits, in a language that C# 7.3 reads: named outputs, indices, several levels of names, a described block.
    /// </summary>
    private const string Source = """
        namespace Demo
        {
            using NetGen;

            [Network, Input(4), Part, Linear(3), CrossEntropy]
            public partial class Net { }

            [Linear(4), ReLU]
            public partial class Part : Block { }

            public static class Use
            {
                public static NetGen.Parameter[] Of(Net net)
                {
                    return new[] { net.Part1.Linear1.Weight, net.Linear1.Bias };
                }

                public static Net Make()
                {
                    return new Net(seed: Net.InputLength + Net.Summary.Length);
                }
            }
        }
        """;

    private const string Strange = """
        using NetGen;

        [Network, Input(1, 8, 8), Conv2d(2, 3, Name = "1x1"), ReLU, Flatten, Linear(4, Name = "fc"), Output(4, Name = "mean")]
        [Part(Repeat = 2), Linear(3, Name = "7"), Linear(3, Name = "FC"), CrossEntropy(Weight = new[] { 1.0, 2, 3 })]
        public partial class Net { }

        [Linear(4), ReLU]
        public partial class Part : Block { }

        public static class Use
        {
            public static Parameter[] Of(Net net, Net.Outputs outputs) =>
                new[] { net.Fc.Weight, net.FC.Weight, net.Part1[0].Linear1.Weight, net[7].Weight, net._1x1.Weight };
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    [InlineData(LanguageVersion.CSharp8, "8.0")]
    [InlineData(LanguageVersion.CSharp9, "9.0")]
    [InlineData(LanguageVersion.CSharp12, "12.0")]
    public async Task An_older_version_is_one_error(LanguageVersion version, string text)
    {
        Diagnostic fault = Assert.Single(await Diagnose(version, cls: false, Source));
        Assert.Equal(
            (
                "NG0022",
                $"'Net' needs C# 13 or newer for its generated part, and this project states C# {text}. "
                + "Leave <LangVersion> out of the project, or state 13.0 or more."),
            (fault.Id, fault.GetMessage()));
        Assert.Equal(
            "Net", fault.Location.SourceTree!.ToString().Substring(fault.Location.SourceSpan.Start, fault.Location.SourceSpan.Length));
    }

    /// <summary>Members of layers that are named are options, which C# 9 brought.</summary>
    [Fact]
    public async Task Members_of_all_kinds_are_there_all_the_same() =>
        Assert.Equal(["NG0022"], (await Diagnose(LanguageVersion.CSharp12, cls: true, Strange)).Select(found => found.Id));

    [Theory]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    public async Task From_version_13_on_there_is_neither_an_error_nor_a_warning(LanguageVersion version)
    {
        Assert.Empty(await Diagnose(version, cls: false, Source));
        Assert.Empty(await Diagnose(version, cls: true, Strange));
    }

    private static async Task<IReadOnlyList<Diagnostic>> Diagnose(LanguageVersion version, bool cls, string source)
    {
        CSharpParseOptions options = new CSharpParseOptions(version, DocumentationMode.Diagnose).WithFeatures([new("strict", "true")]);
        var compilation = CSharpCompilation.Create(
            "Old",
            [Parsed(source, "Net.cs"), Parsed(cls ? "[assembly: System.CLSCompliant(true)]" : "", "Assembly.cs")],
            NetworkSource.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, checkOverflow: true, warningLevel: 9999,
                nullableContextOptions: version >= LanguageVersion.CSharp8
                    ? NullableContextOptions.Enable
                    : NullableContextOptions.Disable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: options);
        driver = driver.RunGeneratorsAndUpdateCompilation(
            compilation, out Compilation output, out ImmutableArray<Diagnostic> generated, TestContext.Current.CancellationToken);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        var whole = output.WithAnalyzers([new NetworkAnalyzer(), new LayerSuppressor()]);
        ImmutableArray<Diagnostic> found = await whole.GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.Concat(generated)
            .Where(fault => fault.Severity >= DiagnosticSeverity.Warning && !fault.IsSuppressed && !IsOfTheAuthor(fault))];

        SyntaxTree Parsed(string text, string path) =>
            CSharpSyntaxTree.ParseText(text, options, path, cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>That public members have comments is for the author to see to, and the language asks for a layer's activation.</summary>
    private static bool IsOfTheAuthor(Diagnostic fault) =>
        (fault.Id is "CS1591" && fault.Location.SourceTree?.FilePath == "Net.cs") || fault.Id == Rules.NoNonlinearity.Id;
}
