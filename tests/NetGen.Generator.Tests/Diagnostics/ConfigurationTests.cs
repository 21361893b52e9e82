using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>
/// Rules are suppressed and configured as .NET people know it; errors of shapes too, since the generator then says nothing.
/// </summary>
public class ConfigurationTests
{
    private const string Network = "[Network, Input(1, 5, 5), MaxPool2d(2), Flatten, Linear(2)] public partial class Net;";

    [Fact]
    public async Task A_pragma_suppresses() => Assert.Empty(await Shown($"""
        #pragma warning disable NG0106
        {Network}
        #pragma warning restore NG0106
        """));

    /// <summary>Without analyzers the generator reports, and C# looks for pragmas where a diagnostic stands.</summary>
    [Fact]
    public async Task A_pragma_suppresses_where_analyzers_are_switched_off()
    {
        IReadOnlyList<Diagnostic> shown = await NetworkSource.Diagnose($"""
            {Network}
            #pragma warning disable NG0106
            {Network.Replace("class Net", "class Cropped", StringComparison.Ordinal)}
            """, runAnalyzers: false);
        Assert.Equal([0], shown.Where(found => !found.IsSuppressed).Select(found => found.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Fact]
    public async Task SuppressMessage_suppresses() => Assert.Empty(await Shown(
        $"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"NetGen\", \"NG0106\", Justification = \"The border is black.\")]\n{Network}"));

    [Fact]
    public async Task An_assembly_wide_SuppressMessage_suppresses() => Assert.Empty(await Shown(
        $"""
        [assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("NetGen", "NG0106", Scope = "type", Target = "~T:Net")]
        {Network}
        """));

    [Theory]
    [InlineData(ReportDiagnostic.Suppress, null)]
    [InlineData(ReportDiagnostic.Info, DiagnosticSeverity.Info)]
    [InlineData(ReportDiagnostic.Default, DiagnosticSeverity.Warning)]
    [InlineData(ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    public async Task An_editorconfig_sets_the_severity(ReportDiagnostic configured, DiagnosticSeverity? shown)
    {
        CSharpCompilation compilation = NetworkSource.Compilation(Network);
        compilation = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new EditorConfig("NG0106", configured)));
        ImmutableArray<Diagnostic> found = await Analyzed(compilation);
        Assert.Equal(shown, found.SingleOrDefault()?.Severity);
    }

    /// <summary>A suggestion can be made an error, and the whole category be set at once.</summary>
    [Fact]
    public async Task A_suggestion_can_be_an_error()
    {
        CSharpCompilation compilation = NetworkSource.Compilation(
            "[Network, Input(3, 8, 8), Conv2d(4, 3), BatchNorm] public partial class Net;");
        compilation = compilation.WithOptions(
            compilation.Options.WithSyntaxTreeOptionsProvider(new EditorConfig("NG0404", ReportDiagnostic.Error)));
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(await Analyzed(compilation)).Severity);
    }

    /// <summary>A help link leads to the page of its own id, which <see cref="PageTests"/> finds in the repository.</summary>
    [Fact]
    public void Help_links_lead_to_the_page_of_the_id() => Assert.All(
        new NetworkAnalyzer().SupportedDiagnostics,
        descriptor => Assert.EndsWith($"/generator/docs/{descriptor.Id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal));

    private static async Task<ImmutableArray<Diagnostic>> Shown(string source) => await Analyzed(NetworkSource.Compilation(source));

    private static async Task<ImmutableArray<Diagnostic>> Analyzed(CSharpCompilation compilation) =>
        [.. (await NetworkSource.Analyze(compilation)).Where(found => !found.IsSuppressed)];

    /// <summary>What an .editorconfig says: dotnet_diagnostic.NG0106.severity.</summary>
    private sealed class EditorConfig(string id, ReportDiagnostic severity) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic configured)
        {
            configured = severity;
            return diagnosticId == id && severity != ReportDiagnostic.Default;
        }

        public override bool TryGetGlobalDiagnosticValue(
            string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic configured)
        {
            configured = default;
            return false;
        }
    }
}
