using NetGen.Compiler.Advice;
using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;
using NetGen.Generator.Reading;

namespace NetGen.Generator;

/// <summary>Checks calls of Fit and Evaluate: whether the data set, as far as the source says what it is, fits the network.</summary>
/// <param name="observe">For tests: gets each call before it is checked.</param>
internal sealed class DataSetFitAnalysis(Action<string>? observe = null)
{
    private readonly ConcurrentDictionary<(INamedTypeSymbol Network, INamedTypeSymbol DataSet),
        (Misfit? Misfit, IReadOnlyList<Location> Locations)> results =
        new(new PairComparer());

    public void Check(SyntaxNodeAnalysisContext context)
    {
        // Most calls have other names, and need not be bound.
        var written = (InvocationExpressionSyntax)context.Node;
        if (written.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Fit" or "Evaluate" }
            && written.Expression is not MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Fit" or "Evaluate" }
            && written.Expression is not IdentifierNameSyntax { Identifier.ValueText: "Fit" or "Evaluate" })
            return;
        string called = written.Expression.ToString();
        IReadOnlyList<Diagnostic> found = Guard.Run(
            () =>
            {
                observe?.Invoke(called);
                return Of(written, context);
            },
            exception => [Descriptors.ToDiagnostic(Failures.Of(called, "DataSetFit", exception), [written.GetLocation()])],
            context.CancellationToken);
        foreach (Diagnostic diagnostic in found)
            context.ReportDiagnostic(diagnostic);
    }

    private IReadOnlyList<Diagnostic> Of(InvocationExpressionSyntax written, SyntaxNodeAnalysisContext context)
    {
        var found = new List<Diagnostic>();
        var types = new WrittenTypes(context.SemanticModel, context.CancellationToken);
        if (context.SemanticModel.GetOperation(written, context.CancellationToken) is not IInvocationOperation call
            || NetworkOf(call, types) is not { } network)
            return found;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            DataSetSpec dataSet;
            Misfit? misfit;
            IReadOnlyList<Location> locations;
            if (types.Of(argument.Value, DataSetReader.IsDataSet) is { } type && DataSetReader.Read(type).DataSet is { } stated)
            {
                dataSet = stated;
                (misfit, locations) = results.GetOrAdd((network, type), _ => Compare(network, type, stated, context));
            }
            else if (ArrayDataSetReader.Read(types.Origin(argument.Value)) is { } arrays)
            {
                dataSet = arrays;
                (misfit, locations) = Compare(network, type: null, arrays, context);
            }
            else
            {
                continue;
            }

            if (misfit is null)
                continue;
            var fault = new Fault(Rules.DataSetMisfit.Id, locations.Count, EquatableArray.Of(dataSet.Name, network.Name, misfit.Text))
            {
                Fixes = misfit.Fixes.ToEquatableArray(),
            };
            found.Add(Descriptors.ToDiagnostic(
                fault, [.. locations, (argument.Syntax is ArgumentSyntax passed ? passed.Expression : argument.Syntax).GetLocation()]));
        }

        return found;
    }

    /// <summary>
    /// The network that is trained or judged: the one that the method is called on, or the one that the trainer was made of.
    /// </summary>
    private static INamedTypeSymbol? NetworkOf(IInvocationOperation call, WrittenTypes types) => call.TargetMethod.ContainingType switch
    {
        { } container when TypeNames.IsOurs(container, "Network") => types.Of(call.Instance, TypeNames.IsNetwork),
        { } container when TypeNames.IsOurs(container, "Trainer") =>
            types.Origin(call.Instance) is IInvocationOperation { TargetMethod: { Name: "CreateTrainer", ContainingType: { } maker },
                Instance: { } made } && TypeNames.IsOurs(maker, "Network")
                ? types.Of(made, TypeNames.IsNetwork)
                : null,
        _ => null,
    };

    private static (Misfit? Misfit, IReadOnlyList<Location> Locations) Compare(
        INamedTypeSymbol network, INamedTypeSymbol? type, DataSetSpec dataSet, SyntaxNodeAnalysisContext context)
    {
        (NetworkSpec spec, SiteTable sites) = NetworkReader.Read(network, context.Compilation, isFinal: true, context.CancellationToken);
        if (type is not null && DataSetReader.LocationOfSample(type, context.Compilation, context.CancellationToken) is { } sample)
            dataSet = dataSet with { SampleSite = sites.Add(sample) };
        return (DataSetFit.Of(spec, dataSet, AdviceList.All, context.CancellationToken), sites.Locations);
    }

    private sealed class PairComparer : IEqualityComparer<(INamedTypeSymbol Network, INamedTypeSymbol DataSet)>
    {
        public bool Equals(
            (INamedTypeSymbol Network, INamedTypeSymbol DataSet) x, (INamedTypeSymbol Network, INamedTypeSymbol DataSet) y) =>
            SymbolEqualityComparer.Default.Equals(x.Network, y.Network) && SymbolEqualityComparer.Default.Equals(x.DataSet, y.DataSet);

        public int GetHashCode((INamedTypeSymbol Network, INamedTypeSymbol DataSet) pair) =>
            unchecked((SymbolEqualityComparer.Default.GetHashCode(pair.Network) * 31) + SymbolEqualityComparer.Default.GetHashCode(
                pair.DataSet));
    }
}
