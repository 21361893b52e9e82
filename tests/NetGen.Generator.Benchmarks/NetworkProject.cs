using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Benchmarks;

/// <summary>A project of two files, one with a network, as the compiler and an editor hold it.</summary>
internal sealed class NetworkProject
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14);

    private static readonly ImmutableArray<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll" or "NetGen.dll")
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))];

    private readonly SyntaxTree network;
    private readonly SyntaxTree elsewhere;

    public NetworkProject(string networkSource, int elsewhereNumber)
    {
        network = Parse(networkSource, "Model.cs");
        elsewhere = Parse(NetworkSources.Elsewhere(elsewhereNumber), "Elsewhere.cs");
        Compilation = CSharpCompilation.Create(
            "Models",
            [network, elsewhere],
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The project before any generator has run.</summary>
    public CSharpCompilation Compilation { get; private init; }

    /// <summary>A driver that has kept nothing yet.</summary>
    public static GeneratorDriver NewDriver() =>
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: Parsing);

    /// <summary>After an edit of the other file.</summary>
    public CSharpCompilation EditElsewhere(int number) =>
        Compilation.ReplaceSyntaxTree(elsewhere, Parse(NetworkSources.Elsewhere(number), elsewhere.FilePath));

    /// <summary>After an edit of the network's file.</summary>
    public CSharpCompilation EditNetwork(string source) => Compilation.ReplaceSyntaxTree(network, Parse(source, network.FilePath));

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, Parsing, path, Encoding.UTF8);
}
