using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Compiler.Diagnostics;

namespace NetGen.Generator;

/// <summary>Checks networks while they are typed, by the shape engine that the generator uses too.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.OfAnalyzer;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // A fault in a block that two networks use is shown once.
            var seen = new ConcurrentDictionary<(string Id, Location Site), bool>();
            var networks = new NetworkFaults(start.Compilation);
            start.RegisterSymbolAction(symbol => Check(symbol, networks, seen), SymbolKind.NamedType);
            start.RegisterSyntaxNodeAction(new DataSetFitAnalysis().Check, SyntaxKind.InvocationExpression);
            start.RegisterSyntaxNodeAction(ForeignTypes.Check, SyntaxKind.IdentifierName, SyntaxKind.GenericName);
        });
    }

    /// <summary>
    /// Reports what stands in the declarations of this type. Editors offer fixes only for what is found where they look: a
    /// fault in a block is reported when the block is looked at, not the network that uses it.
    /// </summary>
    private static void Check(
        SymbolAnalysisContext context, NetworkFaults networks, ConcurrentDictionary<(string Id, Location Site), bool> seen)
    {
        if (context.Symbol is not INamedTypeSymbol type)
            return;
        if (StrayLayers.Of(type, networks, context.CancellationToken) is { } stray)
            context.ReportDiagnostic(stray);
        foreach (INamedTypeSymbol network in networks.Concerning(type, context.CancellationToken))
        {
            (IReadOnlyList<Fault> faults, IReadOnlyList<Location> locations) = networks.Of(network, context.CancellationToken);
            foreach (Fault fault in faults)
                if (IsWithin(type, locations[fault.Site]) && seen.TryAdd((fault.Id, locations[fault.Site]), true))
                    context.ReportDiagnostic(Descriptors.ToDiagnostic(fault, locations));
        }
    }

    private static bool IsWithin(INamedTypeSymbol type, Location location) => type.DeclaringSyntaxReferences.Any(
        declaration => declaration.SyntaxTree == location.SourceTree && declaration.Span.Contains(location.SourceSpan));
}
