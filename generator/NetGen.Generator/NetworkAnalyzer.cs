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
    /// <summary>Names of steps: a type and what concerns it, a network, a call that gives a data set to one.</summary>
    internal const string TypeStep = "Type";

    internal const string NetworkStep = "Network";

    internal const string CallStep = "Call";

    private readonly Action<string, string>? observe;

    /// <summary>Makes the analyzer.</summary>
    public NetworkAnalyzer()
    {
    }

    /// <summary>For tests: gets the name of each step and what it is about, before the step runs.</summary>
    internal NetworkAnalyzer(Action<string, string> observe) => this.observe = observe;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.OfAnalyzer;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // A diagnostic in a block that two networks use is shown once.
            var seen = new ConcurrentDictionary<(string Id, Location Site), bool>();
            var networks = new NetworkFaults(start.Compilation, network => observe?.Invoke(NetworkStep, network));
            start.RegisterSymbolAction(symbol => Check(symbol, networks, seen), SymbolKind.NamedType);
            var fits = new DataSetFitAnalysis(call => observe?.Invoke(CallStep, call));
            start.RegisterSyntaxNodeAction(fits.Check, SyntaxKind.InvocationExpression);
            start.RegisterSyntaxNodeAction(ForeignTypes.Check, SyntaxKind.IdentifierName, SyntaxKind.GenericName);
        });
    }

    /// <summary>
    /// Reports what stands in the declarations of this type. Editors offer fixes only for what they find in the analysed declaration:
    /// a diagnostic in a block is reported for the block, not for the network that uses it.
    /// </summary>
    private void Check(
        SymbolAnalysisContext context, NetworkFaults networks, ConcurrentDictionary<(string Id, Location Site), bool> seen)
    {
        if (context.Symbol is not INamedTypeSymbol type)
            return;
        IReadOnlyList<Diagnostic> found = Guard.Run(
            () =>
            {
                observe?.Invoke(TypeStep, type.Name);
                return Of(type, networks, seen, context.CancellationToken);
            },
            exception => [Descriptors.ToDiagnostic(Failures.Of(type.Name, "Check", exception), [type.Locations[0]])],
            context.CancellationToken);
        foreach (Diagnostic diagnostic in found)
            context.ReportDiagnostic(diagnostic);
    }

    private static IReadOnlyList<Diagnostic> Of(
        INamedTypeSymbol type, NetworkFaults networks, ConcurrentDictionary<(string Id, Location Site), bool> seen,
            CancellationToken cancellation)
    {
        var found = new List<Diagnostic>();
        if (StrayLayers.Of(type, networks, cancellation) is { } stray)
            found.Add(stray);
        foreach (INamedTypeSymbol network in networks.Concerning(type, cancellation))
        {
            (IReadOnlyList<Fault> faults, IReadOnlyList<Location> locations) = networks.Of(network, cancellation);
            foreach (Fault fault in faults)
                if (IsWithin(type, locations[fault.Site]) && seen.TryAdd((fault.Id, locations[fault.Site]), true))
                    found.Add(Descriptors.ToDiagnostic(fault, locations));
        }

        return found;
    }

    private static bool IsWithin(INamedTypeSymbol type, Location location) => type.DeclaringSyntaxReferences.Any(
        declaration => declaration.SyntaxTree == location.SourceTree && declaration.Span.Contains(location.SourceSpan));
}
