using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Reading;

/// <summary>
/// The types of a class's attributes by where they stand. C# has bound them for the class as a whole; asking a model for each
/// would bind each again, which for a network of a hundred layers takes longer than all checks of its shapes.
/// </summary>
internal sealed class AttributeTypes
{
    private readonly Dictionary<(SyntaxTree, TextSpan), INamedTypeSymbol> types = [];

    public AttributeTypes(INamedTypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
            if (attribute is { ApplicationSyntaxReference: { } written, AttributeClass: { } kind })
                types[(written.SyntaxTree, written.Span)] = kind;
    }

    /// <summary>The attribute's type, or null where C# knows none.</summary>
    /// <param name="attribute">An attribute of the class.</param>
    /// <param name="model">Of its tree; C# leaves out an attribute that the class cannot have.</param>
    /// <param name="cancellation">Ends the search.</param>
    public INamedTypeSymbol? Of(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
    {
        if (!types.TryGetValue((attribute.SyntaxTree, attribute.Span), out INamedTypeSymbol? type))
            type = model.GetTypeInfo(attribute, cancellation).Type as INamedTypeSymbol;
        return type is { TypeKind: not TypeKind.Error } ? type : null;
    }
}
