using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests;

/// <summary>Source of networks under test: compilations of it, and runs of the generator and the analyzer over them.</summary>
internal static class NetworkSource
{
    public const string Usings = "global using NetGen; global using System;";

    private const string KernelFile = ".Kernels.g.cs";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    public static readonly ImmutableArray<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path.EndsWith(".dll", StringComparison.Ordinal))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))];

    /// <summary>
    /// What all compilations have. They are made by adding to it, and so share what Roslyn reads of the references, which takes longer than
    /// most of what is tested.
    /// </summary>
    private static readonly CSharpCompilation Common = Bound(CSharpCompilation.Create(
        "Networks",
        [CSharpSyntaxTree.ParseText(Usings, ParseOptions, "Source0.cs")],
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999)));

    /// <summary>Strict: nullable, checked arithmetic, all warnings.</summary>
    public static CSharpCompilation Compilation(params string[] sources) =>
        Common.AddSyntaxTrees([.. sources.Select((source, index) => Parse(source, $"Source{index + 1}.cs"))]);

    public static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(source, ParseOptions, path, cancellationToken: TestContext.Current.CancellationToken);

    public static GeneratorDriver Driver(bool runAnalyzers = true) =>
        Driver(runAnalyzers ? [] : [("build_property.RunAnalyzers", "false")]);

    /// <summary>The generator with what a project's build tells it.</summary>
    public static GeneratorDriver Driver((string Key, string Value)[] properties) => Driver(new NetworkGenerator(), properties);

    public static GeneratorDriver Driver(NetworkGenerator generator, (string Key, string Value)[] properties) =>
        CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        parseOptions: ParseOptions,
        optionsProvider: properties.Length == 0 ? null : new BuildProperties(properties),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>
    /// Warnings and errors, and suggestions of NetGen: the compiler's, the generator's and the analyzer's. The generator runs
    /// twice, and its second run must have kept everything. The bodies of kernels, by far the most of what is emitted, are left to the
    /// execution tests, which compile them as the strictest project would.
    /// </summary>
    public static async Task<IReadOnlyList<Diagnostic>> Diagnose(string source, bool runAnalyzers = true)
    {
        CSharpCompilation compilation = Compilation(source);
        GeneratorDriver driver = Driver(runAnalyzers).RunGeneratorsAndUpdateCompilation(
            compilation, out Compilation output, out ImmutableArray<Diagnostic> generated, TestContext.Current.CancellationToken);
        Caching.AssertSecondRunIsCached(driver, compilation);
        var found = new List<Diagnostic>(generated);
        SyntaxTree[] kernels = [.. output.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(KernelFile, StringComparison.Ordinal))];
        found.AddRange(output.SyntaxTrees.Except(kernels).SelectMany(tree =>
            output.GetSemanticModel(tree).GetDiagnostics(cancellationToken: TestContext.Current.CancellationToken)));
        if (runAnalyzers)
        {
            // Analyzers are asked of every file: without the kernels they have less to go through, and they look at none.
            var analysis = output.RemoveSyntaxTrees(kernels).WithAnalyzers([new NetworkAnalyzer()]);
            found.AddRange(await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));
        }

        return [.. found.Where(
            diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning || diagnostic.Id.StartsWith("NG", StringComparison.Ordinal))];
    }

    /// <summary>What the analyzer alone finds, without compiling the networks.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Analyze(CSharpCompilation compilation) =>
        await compilation.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

    /// <summary>The references of a compilation are read when they are first asked for; those made of it then do without.</summary>
    private static CSharpCompilation Bound(CSharpCompilation compilation)
    {
        _ = compilation.GetSpecialType(SpecialType.System_Object);
        return compilation;
    }

    /// <summary>What is between « and », and the source without them.</summary>
    public static (string Source, string Marked) Unmarked(string source)
    {
        int start = source.IndexOf('«', StringComparison.Ordinal);
        int end = source.IndexOf('»', StringComparison.Ordinal);
        Assert.True(start >= 0 && end > start, "the source has no « and »");
        return (source.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal), $"{start}..{end - 1}");
    }

    public static string Span(Diagnostic diagnostic) => $"{diagnostic.Location.SourceSpan.Start}..{diagnostic.Location.SourceSpan.End}";

    private sealed class BuildProperties(params (string Key, string Value)[] properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(
            properties.ToDictionary(pair => pair.Key, pair => pair.Value));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(Dictionary<string, string> properties) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            properties.TryGetValue(key, out value);
    }
}
