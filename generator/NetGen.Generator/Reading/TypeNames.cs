using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Reading;

/// <summary>Names of types, and what they say about a type's part in the language.</summary>
internal static class TypeNames
{
    public const string Namespace = "NetGen";
    public const string NetworkAttribute = "NetGen.NetworkAttribute";

    /// <summary>The name from the global namespace on, without type parameters: "Demo.Outer.MnistCnn".</summary>
    public static string Key(INamedTypeSymbol type)
    {
        var names = new List<string>();
        for (INamedTypeSymbol? container = type; container is not null; container = container.ContainingType)
            names.Insert(0, container.Name);
        string space = NamespaceOf(type);
        if (space.Length > 0)
            names.Insert(0, space);
        return string.Join(".", names);
    }

    public static string NamespaceOf(INamedTypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : "";

    /// <summary>Whether the type is NetGen's own, by its name there.</summary>
    public static bool IsOurs(INamedTypeSymbol type, string name) =>
        type.Name == name && type.ContainingType is null && NamespaceOf(type) == Namespace;

    public static bool IsBlock(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
            if (IsOurs(ancestor, "Block"))
                return true;
        return false;
    }

    public static bool IsNetwork(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass is { } kind && IsOurs(kind, "NetworkAttribute"));

    /// <summary>Whether the type, or one around it, is local to its file: a part in another file would be another type.</summary>
    public static bool IsFileLocal(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? container = type; container is not null; container = container.ContainingType)
            if (container.IsFileLocal)
                return true;
        return false;
    }

    public static bool IsGeneric(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? container = type; container is not null; container = container.ContainingType)
            if (container.TypeParameters.Length > 0)
                return true;
        return false;
    }
}
