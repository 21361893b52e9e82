using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;
using NetGen.Generator.Reading;

namespace NetGen.Generator;

/// <summary>Checks calls of Fit and Evaluate: whether the data set, as far as its type says, fits the network.</summary>
internal sealed class DataSetFitAnalysis
{
    private readonly ConcurrentDictionary<(INamedTypeSymbol Network, INamedTypeSymbol DataSet), string> misfits = new(new PairComparer());

    public void Check(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("Fit" or "Evaluate") || call.TargetMethod.ContainingType is not { } container
            || !TypeNames.IsOurs(container, "Network") || TypeOf(call.Instance) is not { } network || !TypeNames.IsNetwork(network))
            return;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (TypeOf(argument.Value) is not { } type || !DataSetReader.IsDataSet(type) || DataSetReader.Read(type).DataSet is not { } dataSet)
                continue;
            string misfit = misfits.GetOrAdd((network, type), _ => Misfit(network, dataSet, context));
            if (misfit.Length > 0)
                context.ReportDiagnostic(Descriptors.ToDiagnostic(
                    new Fault(Rules.DataSetMisfit.Id, 0, EquatableArray.Of(type.Name, network.Name, misfit)),
                    [argument.Syntax.GetLocation()]));
        }
    }

    private static string Misfit(INamedTypeSymbol network, DataSetSpec dataSet, OperationAnalysisContext context)
    {
        (NetworkSpec spec, SiteTable _) = NetworkReader.Read(network, context.Compilation, isFinal: true, context.CancellationToken);
        return DataSetFit.Misfit(spec, dataSet, context.CancellationToken) ?? "";
    }

    /// <summary>The type before a conversion to the parameter's interface.</summary>
    private static INamedTypeSymbol? TypeOf(IOperation? operation) =>
        (operation is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand.Type : operation?.Type) as INamedTypeSymbol;

    private sealed class PairComparer : IEqualityComparer<(INamedTypeSymbol Network, INamedTypeSymbol DataSet)>
    {
        public bool Equals((INamedTypeSymbol Network, INamedTypeSymbol DataSet) x, (INamedTypeSymbol Network, INamedTypeSymbol DataSet) y) =>
            SymbolEqualityComparer.Default.Equals(x.Network, y.Network) && SymbolEqualityComparer.Default.Equals(x.DataSet, y.DataSet);

        public int GetHashCode((INamedTypeSymbol Network, INamedTypeSymbol DataSet) pair) =>
            unchecked((SymbolEqualityComparer.Default.GetHashCode(pair.Network) * 31) + SymbolEqualityComparer.Default.GetHashCode(pair.DataSet));
    }
}
