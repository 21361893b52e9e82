using Microsoft.CodeAnalysis;
using NetGen.Compiler.Diagnostics;

namespace NetGen.Generator.Reading;

/// <summary>A type that is named as an input, and is marked neither as a data set nor as a network: what it lacks.</summary>
internal static class UnmarkedSource
{
    /// <summary>The end of the sentence "'Flowers' cannot be an input: …".</summary>
    public static string Text(INamedTypeSymbol type) =>
        TypeNames.IsBlock(type) ? "it is a block, which is a layer and stands after an [Input]"
        : TypeNames.IsOurs(type, "ArrayDataSet")
            ? "what it holds is known only when it is made. State the sizes of a sample, [Input(784)] or [Input(1, 28, 28)]; Fit takes the "
                + "set all the same"
        : IsNetwork(type) ? "it has layers, but is not marked [Network]"
        : IsDataSet(type) ? "it has a [Sample], but is not marked [DataSet]"
        : "it has neither [DataSet] nor [Network]";

    /// <summary>The mark that it lacks.</summary>
    public static SuggestedFix[] Fixes(
        INamedTypeSymbol type, string exampleSizes, Func<FixKind, string, Location?, SuggestedFix[]> fixes, CancellationToken cancellation)
    {
        if (TypeNames.IsBlock(type))
            return [];
        Location? name = ClassReader.Parts(type, cancellation).FirstOrDefault()?.Identifier.GetLocation();
        return fixes(
            FixKind.AddAttributes, IsNetwork(type) ? "Network" : IsDataSet(type) ? "DataSet" : $"DataSet, Sample({exampleSizes})", name);
    }

    /// <summary>
    /// Whether some network of the compilation names the type as its input, where the missing mark is then reported.
    /// </summary>
    public static bool IsNamed(INamedTypeSymbol type, IEnumerable<INamedTypeSymbol> networks) =>
        networks.Any(network => network.GetAttributes().Any(
        attribute => attribute.AttributeClass is { Name: "InputAttribute", TypeArguments: [{ } input] }
            && SymbolEqualityComparer.Default.Equals(input, type)));

    private static bool IsNetwork(INamedTypeSymbol type) => StrayLayers.In(type).Any();

    private static bool IsDataSet(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass is { } kind && TypeNames.IsOurs(kind, "SampleAttribute"));
}
