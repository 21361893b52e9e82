using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;
using NetGen.Generator.Reading;

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
            start.RegisterSymbolAction(symbol => Check(symbol, seen), SymbolKind.NamedType);
            start.RegisterOperationAction(new DataSetFitAnalysis().Check, OperationKind.Invocation);
        });
    }

    private static void Check(SymbolAnalysisContext context, ConcurrentDictionary<(string Id, Location Site), bool> seen)
    {
        if (context.Symbol is not INamedTypeSymbol type || !TypeNames.IsNetwork(type))
            return;
        (NetworkSpec spec, SiteTable sites) = NetworkReader.Read(type, context.Compilation, isFinal: true, context.CancellationToken);
        foreach (Fault fault in ShapeEngine.Run(spec, context.CancellationToken).Faults)
            if (seen.TryAdd((fault.Id, sites.Locations[fault.Site]), true))
                context.ReportDiagnostic(Descriptors.ToDiagnostic(fault, sites.Locations));
    }
}
