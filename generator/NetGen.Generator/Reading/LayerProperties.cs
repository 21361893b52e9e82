using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Reading;

/// <summary>The options of a layer that an attribute sets by name.</summary>
internal static class LayerProperties
{
    /// <summary>Those of the layer and of the classes that it is derived from.</summary>
    public static IEnumerable<IPropertySymbol> Of(INamedTypeSymbol layer)
    {
        for (INamedTypeSymbol? type = layer; type is not null; type = type.BaseType)
            foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
                if (property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false,
                    SetMethod.DeclaredAccessibility: Accessibility.Public })
                    yield return property;
    }
}
