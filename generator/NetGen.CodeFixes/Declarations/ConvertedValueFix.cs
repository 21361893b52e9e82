using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.CodeFixes.Edits;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes.Declarations;

/// <summary>
/// Writes as C# takes it what PyTorch takes as text or as a pair: Padding = "same", a window of (3, 5), Stride = (2, 1). C# has an
/// error, since neither is a number.
/// </summary>
internal sealed class ConvertedValueFix : IDeclarationFix
{
    public IReadOnlyList<string> Ids { get; } = ["CS0029", "CS1503"];

    public async Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await FaultPlace.OfAsync(solution, diagnostic.Location, cancellation)
            .ConfigureAwait(false) is not { Attribute: { } attribute } place
            || place.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { } argument
            || await place.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || model.GetTypeInfo(attribute, cancellation).Type is not INamedTypeSymbol layer
                || TypeNames.NamespaceOf(layer) != TypeNames.Namespace
            || Written(argument, attribute, layer) is not { } text)
            return [];
        return [new Proposal($"Change to {text}", "Value", [place.Replace(argument.Span, text)])];
    }

    /// <summary>The argument as C# takes it, or null.</summary>
    private static string? Written(AttributeArgumentSyntax argument, AttributeSyntax attribute, INamedTypeSymbol layer)
    {
        string? property = argument.NameEquals?.Name.Identifier.ValueText;
        switch (argument.Expression)
        {
            case LiteralExpressionSyntax { Token.ValueText: "same" } when property == "Padding":
                return $"Padding = {Qualifiers.Of(attribute)}Pad.Same";
            case LiteralExpressionSyntax { Token.ValueText: "valid" } when property == "Padding":
                return "Padding = 0";
            case TupleExpressionSyntax { Arguments: [{ Expression: var height }, { Expression: var width }] }:
                bool isSquare = SyntaxFactory.AreEquivalent(height, width);
                if (property is null)
                    return isSquare ? height.ToString() : $"{height}, {width}";
                if (isSquare)
                    return $"{property} = {height}";
                return layer.GetMembers(property + "Height").Any() ? $"{property}Height = {height}, {property}Width = {width}" : null;
            default:
                return null;
        }
    }
}
