using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NetGen.Compiler;
using NetGen.Compiler.Advice;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;
using NetGen.Generator;

namespace NetGen.Execution.Tests.Compilation;

/// <summary>
/// Many networks, compiled together as a user's strictest project would: the real generator, nullable references, checked
/// arithmetic, the highest warning level, and any warning is an error. The generator runs under a culture whose minus sign and
/// decimal point are not those of C#.
/// </summary>
internal static class NetworkCompilation
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll" or "NetGen.dll" or "NetGen.Data.dll"
                    or "NetGen.Reports.dll")
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))]);

    /// <summary>The library, and those of .NET that networks use.</summary>
    public static IReadOnlyList<MetadataReference> MetadataReferences => References.Value;

    /// <summary>Runs the generator; C# compiles the result when a network is first made.</summary>
    /// <param name="name">The assembly's name.</param>
    /// <param name="sources">C# files with networks, by the name that errors mention.</param>
    public static CompiledNetworks Compile(string name, IEnumerable<(string Name, string Source)> sources)
    {
        (CSharpCompilation whole, GeneratorDriverRunResult generated) = Generate(Parse(name, sources));
        Refuse(generated.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning), whole);
        return new CompiledNetworks(
            new Lazy<byte[]>(() => Image(whole)),
            generated.Results.SelectMany(result => result.GeneratedSources)
                .ToDictionary(source => source.HintName, source => source.SourceText.ToString()));
    }

    /// <summary>A program that is one file, with the usings of a new project; or without statements a library.</summary>
    public static byte[] CompileProgram(string name, string source, bool hasStatements)
    {
        CSharpCompilation compilation = Parse(name, [(name, source), ("ImplicitUsings", ImplicitUsings)]);
        if (hasStatements)
            compilation = compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));
        (CSharpCompilation whole, GeneratorDriverRunResult generated) = Generate(compilation);
        Refuse(generated.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning), whole);
        return Image(whole);
    }

    /// <summary>The programs of the network that a C# file states, behind all passes but emission.</summary>
    /// <param name="typeName">The network's class.</param>
    /// <param name="source">The file.</param>
    /// <param name="observe">Gets what each pass did.</param>
    public static CompiledNetwork Plan(string typeName, string source, Action<PassReport>? observe = null) =>
        Compiler.Compiler.Plan(Shape(typeName, source), CancellationToken.None, observe);

    /// <summary>The network that a C# file states, with its blocks expanded and its shapes checked.</summary>
    public static ShapedNetwork Shape(string typeName, string source)
    {
        CSharpCompilation compilation = Parse("Lowered", [(typeName, source)]);
        INamedTypeSymbol type =
            compilation.GetTypeByMetadataName(typeName) ?? throw new ArgumentException($"there is no class {typeName}", nameof(typeName));
        ShapingResult shaped = ShapeEngine.Run(
            NetworkReading.Read(type, compilation, CancellationToken.None).Spec, AdviceList.All, CancellationToken.None);
        return shaped.Network
            ?? throw new InvalidOperationException($"{typeName} has faults: {string.Join("; ", shaped.Faults)}\n{source}");
    }

    private static CSharpCompilation Parse(string name, IEnumerable<(string Name, string Source)> sources) => CSharpCompilation.Create(
        name,
        sources.Select(source => CSharpSyntaxTree.ParseText(source.Source, Parsing, source.Name + ".cs", System.Text.Encoding.UTF8)),
        References.Value,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            checkOverflow: true,
            generalDiagnosticOption: ReportDiagnostic.Error,
            warningLevel: 9999,
            nullableContextOptions: NullableContextOptions.Enable,
            deterministic: true,
            // The made-up networks have no comments of their own, and leave out rows or repeat activations on purpose: what NetGen
            // itself only advises is not at stake here.
            specificDiagnosticOptions: Rules.All.Where(rule => rule.Severity != RuleSeverity.Error).Select(rule => rule.Id).Append("CS1591")
                .ToDictionary(id => id, _ => ReportDiagnostic.Suppress)));

    private static (CSharpCompilation Whole, GeneratorDriverRunResult Generated) Generate(CSharpCompilation compilation)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var hostile = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        hostile.NumberFormat.NegativeSign = "\u2212";
        hostile.NumberFormat.NumberDecimalSeparator = ",";
        hostile.NumberFormat.NumberGroupSeparator = ".";
        try
        {
            CultureInfo.CurrentCulture = hostile;
            GeneratorDriver driver = CSharpGeneratorDriver.Create(
                [new NetworkGenerator().AsSourceGenerator()], parseOptions: Parsing, optionsProvider: new WithoutAnalyzers());
            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Microsoft.CodeAnalysis.Compilation whole, out _);
            GeneratorDriverRunResult generated = driver.GetRunResult();
            foreach (GeneratorRunResult result in generated.Results)
                if (result.Exception is { } exception)
                    throw new InvalidOperationException("the generator threw an exception", exception);
            return ((CSharpCompilation)whole, generated);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static byte[] Image(CSharpCompilation whole)
    {
        // As the command line's compiler does: what is emitted has been checked, and asking for diagnostics as well would check it twice.
        using var image = new MemoryStream();
        Refuse(whole.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning), whole);
        return image.ToArray();
    }

    private static void Refuse(IEnumerable<Diagnostic> diagnostics, CSharpCompilation compilation)
    {
        Diagnostic[] all = [.. diagnostics];
        if (all.Length == 0)
            return;
        IEnumerable<string> shown = all.Take(20).Select(diagnostic => $"{diagnostic}\n{Line(diagnostic.Location)}");
        IEnumerable<string> sources = all.Select(diagnostic => diagnostic.Location.SourceTree?.FilePath).OfType<string>().Distinct().Take(1)
            .Select(path => $"--- {path}\n{compilation.SyntaxTrees.First(tree => tree.FilePath == path)}");
        throw new InvalidOperationException(
            $"""
            {all.Length} diagnostics in {compilation.AssemblyName}:
            {string.Join('\n', shown)}
            {string.Join('\n', sources.Select(text => text[..Math.Min(text.Length, 4000)]))}
            """);
    }

    private static string Line(Location location)
    {
        if (location.SourceTree is null)
            return "";
        SourceText text = location.SourceTree.GetText();
        return "    " + text.Lines[location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
    }

    /// <summary>With analyzers off, the generator itself reports a network's faults.</summary>
    private sealed class WithoutAnalyzers : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                bool known = key == "build_property.RunAnalyzers";
                value = known ? "false" : "";
                return known;
            }
        }
    }
}
