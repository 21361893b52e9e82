using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;

namespace NetGen.Generator.Tests.Fixes;

/// <summary>
/// Microsoft's test of a code fix, over networks. The generator does not run: it would compile each network a dozen times.
/// </summary>
internal sealed class FixTest : CSharpCodeFixTest<NetworkAnalyzer, NetworkCodeFixProvider, DefaultVerifier>
{
    public FixTest()
    {
        // References come from this process, so that no machine has to download any.
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(NetworkSource.References);
        TestBehaviors |= TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
        TestState.Sources.Add(("Usings.cs", NetworkSource.Usings));
        FixedState.Sources.Add(("Usings.cs", NetworkSource.Usings));
    }

    /// <summary>NetGen's own fault where C# has an error at the same place.</summary>
    protected override Diagnostic? TrySelectDiagnosticToFix(ImmutableArray<Diagnostic> fixableDiagnostics) =>
        fixableDiagnostics.FirstOrDefault(diagnostic => diagnostic.Id.StartsWith("NG", StringComparison.Ordinal))
            ?? base.TrySelectDiagnosticToFix(fixableDiagnostics);

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14);
}
