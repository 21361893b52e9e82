using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Execution.Tests.Compilation;
using NetGen.Execution.Tests.Golden;
using NetGen.Execution.Tests.Models;
using NetGen.Execution.Tests.RandomNetworks;

namespace NetGen.Execution.Tests.Emission;

/// <summary>
/// The files of networks of all layers and forms are C# 13: in an older project a network has NG0022. They have no warning in a strict and
/// CLS-compliant project; <see cref="NetworkCompilation"/> refuses those of C# 14.
/// </summary>
public class LanguageVersionTests
{
    [Fact]
    public void Emitted_files_are_CSharp_13()
    {
        CSharpParseOptions parsing =
            new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.Diagnose).WithFeatures([new("strict", "true")]);
        IEnumerable<string> files = GoldenNetworks.Compiled.GeneratedSources
            .Concat(HandwrittenNetworkTests.GeneratedSources)
            .Concat(ModelSources.Compiled.GeneratedSources)
            // Blocks are left out: their parts read parameters, and have comments, that stand in the user's.
            .Where(
                file => !file.Key.EndsWith(".Block.g.cs", StringComparison.Ordinal)
                    && !file.Key.EndsWith(".Description.g.cs", StringComparison.Ordinal))
            .Select(file => file.Value.Replace("\npartial class ", "\npublic partial class ", StringComparison.Ordinal));
        var compilation = CSharpCompilation.Create(
            "Emitted",
            files.Append("[assembly: System.CLSCompliant(true)]")
                .Select(file => CSharpSyntaxTree.ParseText(file, parsing, cancellationToken: TestContext.Current.CancellationToken)),
            NetworkCompilation.MetadataReferences,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, checkOverflow: true, warningLevel: 9999,
                nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(found => found.Severity >= DiagnosticSeverity.Warning).Select(found => found.ToString()).Take(20));
    }
}
