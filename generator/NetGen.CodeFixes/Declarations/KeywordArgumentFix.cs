using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes.Declarations;

/// <summary>
/// Writes options as C# properties that are written as PyTorch's keyword arguments: padding: 1, kernel_size: 3, in_features: 784.
/// C# has an error, since a constructor has no parameter of the name.
/// </summary>
internal sealed class KeywordArgumentFix : IDeclarationFix
{
    private static readonly string[] NamesOfIn = ["infeatures", "inchannels", "numfeatures", "normalizedshape"];

    public IReadOnlyList<string> Ids { get; } = ["CS1739"];

    public async Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await FaultPlace.OfAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not { Attribute: { ArgumentList: { } list } attribute } place
            || await place.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || model.GetTypeInfo(attribute, cancellation).Type is not INamedTypeSymbol layer || TypeNames.NamespaceOf(layer) != TypeNames.Namespace)
            return [];
        var positional = new List<string>();
        var named = new List<string>();
        var properties = new List<string>();
        foreach (AttributeArgumentSyntax argument in list.Arguments)
        {
            if (argument.NameColon is not { } colon)
                (argument.NameEquals is null ? positional : properties).Add(argument.ToString());
            else if (Parameter(layer, colon.Name.Identifier.ValueText) is { } parameter)
                named.Add($"{parameter}: {argument.Expression}");
            else if (Property(layer, colon.Name.Identifier.ValueText) is { } property)
                properties.Add($"{property} = {argument.Expression}");
            else
                return [];
        }

        string text = $"{attribute.Name}({string.Join(", ", [.. positional, .. named, .. properties])})";
        return [new Proposal($"Change to [{text}]", "Keywords", [place.Replace(attribute.Span, text)])];
    }

    private static string? Parameter(INamedTypeSymbol layer, string keyword) => layer.InstanceConstructors
        .SelectMany(constructor => constructor.Parameters).FirstOrDefault(parameter => IsSame(parameter.Name, keyword))?.Name;

    private static string? Property(INamedTypeSymbol layer, string keyword)
    {
        for (INamedTypeSymbol? type = layer; type is not null; type = type.BaseType)
            foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
                if (property.SetMethod is not null && (IsSame(property.Name, keyword) || (property.Name == "In" && NamesOfIn.Contains(Plain(keyword)))))
                    return property.Name;
        return null;
    }

    private static bool IsSame(string name, string keyword) => string.Equals(name, Plain(keyword), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string keyword) => keyword.Replace("_", "").ToLowerInvariant();
}
