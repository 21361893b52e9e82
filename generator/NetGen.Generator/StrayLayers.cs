using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Losses;
using NetGen.Generator.Reading;

namespace NetGen.Generator;

/// <summary>Layers on a class that is neither a network nor a block: a forgotten [Network], or a forgotten base class.</summary>
internal static class StrayLayers
{
    /// <summary>
    /// The diagnostic at the first layer of the class; null where there is none, or where it is shown at a network that names the class as
    /// its input.
    /// </summary>
    public static Diagnostic? Of(INamedTypeSymbol type, NetworkFaults networks, CancellationToken cancellation)
    {
        if (type.TypeKind != TypeKind.Class || TypeNames.IsNetwork(type) || TypeNames.IsBlock(type))
            return null;
        List<AttributeData> layers = [.. In(type)];
        if (layers.Count == 0 || UnmarkedSource.IsNamed(type, networks.All(cancellation))
            || layers[0].ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax first)
            return null;

        // An input or a loss is a network's; all else is left to the fix that derives from Block.
        bool isNetwork = layers.Any(layer => ElementReader.KindOf(layer.AttributeClass!) is "Input" or "Output"
            || LossCatalog.Find(ElementReader.KindOf(layer.AttributeClass!)) is not null);
        var fault = new Fault(Rules.StrayLayers.Id, 0, EquatableArray.Of(type.Name))
        {
            Fixes = isNetwork ? EquatableArray.Of(new SuggestedFix(FixKind.InsertBefore, "Network")) : EquatableArray<SuggestedFix>.Empty,
        };
        return Descriptors.ToDiagnostic(fault, [first.GetLocation()]);
    }

    /// <summary>The attributes of a type that are layers, an input or a loss.</summary>
    public static IEnumerable<AttributeData> In(INamedTypeSymbol type) =>
        type.GetAttributes().Where(attribute => attribute.AttributeClass is { } kind
        && (TypeNames.IsBlock(kind)
            || (TypeNames.NamespaceOf(kind) == TypeNames.Namespace && ElementReader.IsElement(ElementReader.KindOf(kind)))));
}
