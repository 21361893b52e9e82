using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>What holds for attributes in general is said of attributes, and not of blocks and layers.</summary>
public class LayerSuppressorTests
{
    [Theory]
    [InlineData("[Linear(Width), ReLU] public partial class Wide(int width) : Block;", true)]
    [InlineData("public abstract class Blocks : Block; [Linear(2)] public partial class Part : Blocks;", true)]
    [InlineData("public class Wide(int width) : Attribute { public int Width => width; }", false)]
    [InlineData("public class Block : Attribute;", false)]
    [InlineData("public class Plain { public class Inner; }", false)]
    public async Task Advice_on_attributes_is_not_for_blocks(string source, bool isSuppressed)
    {
        ImmutableArray<Diagnostic> found = await Found(source);
        Assert.NotEmpty(found);
        Assert.All(found, diagnostic => Assert.Equal(isSuppressed, diagnostic.IsSuppressed));
        Assert.Equal(["CA1019", "CA1813", "CA1852"], found.Select(diagnostic => diagnostic.Id).Distinct().Order());
    }

    [Fact]
    public async Task A_class_beside_a_block_is_another_one()
    {
        ImmutableArray<Diagnostic> found = await Found(
            "[Linear(2)] public partial class Part : Block { public class Mark : Attribute; } public class Other;");
        Assert.Equal(["Mark", "Other"], found.Where(diagnostic => !diagnostic.IsSuppressed).Select(At).Distinct().Order());
    }

    /// <summary>C# says of lists in attributes that not every language has them; a layer's are read by its own compiler alone.</summary>
    [Fact]
    public async Task Lists_of_sizes_are_no_concern_of_other_languages()
    {
        CSharpCompilation compilation = NetworkSource.Compilation("""
            [assembly: CLSCompliant(true)]
            [Network, Input(1, 4, 4), Flatten, Linear(2), NLL(Weight = new[] { 1.0, 2 })] public partial class Net;
            [Listed(1, 2)] public class Other;
            [CLSCompliant(false)] public class ListedAttribute(params int[] numbers) : Attribute { public int[] Numbers => numbers; }
            """);
        NetworkSource.Driver()
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _, TestContext.Current.CancellationToken);
        ImmutableArray<Diagnostic> found =
            await output.WithAnalyzers([new LayerSuppressor()], Reporting).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            ["Listed(1, 2) False", "Input(1, 4, 4) True"],
            found.Where(diagnostic => diagnostic.Id == "CS3016")
                .Select(diagnostic => $"{At(diagnostic)} {diagnostic.IsSuppressed}").Distinct().OrderDescending(StringComparer.Ordinal));
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id.StartsWith("CS3", StringComparison.Ordinal) && diagnostic.Id != "CS3016");
    }

    [Fact]
    public void Each_suppression_says_why() => Assert.All(
        new LayerSuppressor().SupportedSuppressions,
        suppression => Assert.EndsWith(
            ".", suppression.Justification.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private static CompilationWithAnalyzersOptions Reporting => new(
        new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false,
        reportSuppressedDiagnostics: true);

    private static async Task<ImmutableArray<Diagnostic>> Found(string source)
    {
        NetworkSource.Driver().RunGeneratorsAndUpdateCompilation(
            NetworkSource.Compilation(source), out Compilation output, out _, TestContext.Current.CancellationToken);
        return await output.WithAnalyzers([new QualityRules(), new LayerSuppressor()], Reporting)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    private static string At(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);

    /// <summary>Reports of each class what the SDK's analyzers report of some, at the places where they do.</summary>
#pragma warning disable RS1036, RS1038, RS1041 // It runs in this test alone.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class QualityRules : DiagnosticAnalyzer
#pragma warning restore RS1036, RS1038, RS1041
    {
        private static readonly DiagnosticDescriptor[] Rules =
            [.. new[] { "CA1019", "CA1813", "CA1852" }
                .Select(id => new DiagnosticDescriptor(id, id, id, "Design", DiagnosticSeverity.Warning, isEnabledByDefault: true))];

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSyntaxNodeAction(
                found =>
                {
                    var declaration = (ClassDeclarationSyntax)found.Node;
                    SyntaxNode? parameter = declaration.ParameterList?.Parameters.FirstOrDefault();
                    found.ReportDiagnostic(Diagnostic.Create(Rules[0], parameter?.GetLocation() ?? declaration.Identifier.GetLocation()));
                    foreach (DiagnosticDescriptor rule in Rules.Skip(1))
                        found.ReportDiagnostic(Diagnostic.Create(rule, declaration.Identifier.GetLocation()));
                },
                SyntaxKind.ClassDeclaration);
        }
    }
}
