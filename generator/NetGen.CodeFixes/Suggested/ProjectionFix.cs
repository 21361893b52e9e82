using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes.Suggested;

/// <summary>Adds a projection to a residual whose path changes the shape: an operand, and the block that it names.</summary>
internal sealed class ProjectionFix : ISuggestedFixEdit
{
    public FixKind Kind => FixKind.AddProjection;

    public Proposal? Propose(FaultPlace place, SuggestedFix fix, bool isInBlock)
    {
        if (place.Attribute is not { } residual || ElementReader.GenericName(
            residual.Name) is not { TypeArgumentList.Arguments.Count: 1 } name || place.Declaration is not { } declaration)
            return null;
        string? layers = isInBlock ? OfPath(name.TypeArgumentList.Arguments[0], declaration) : fix.Text;
        if (layers is null)
            return null;
        string block = NestedBlocks.FreeName(declaration, "Projection");
        return new Proposal(
            $"Add a projection: [{layers}]",
            "",
            [
                place.Insert(name.TypeArgumentList.GreaterThanToken.SpanStart, ", " + block),
                NestedBlocks.Add(place, declaration, Qualifiers.Apply(residual, layers), block, Qualifiers.Of(residual) + "Block"),
            ]);
    }

    /// <summary>
    /// In a block with parameters the projection has the path's own expressions: the channels of its last convolution and the
    /// product of its strides. Null where the path is no nested block of convolutions, or of linear layers.
    /// </summary>
    private static string? OfPath(TypeSyntax operand, TypeDeclarationSyntax declaration)
    {
        TypeDeclarationSyntax? path = declaration.Members.OfType<TypeDeclarationSyntax>()
            .FirstOrDefault(member => member.Identifier.ValueText == operand.ToString());
        if (path is null)
            return null;
        List<AttributeSyntax> layers = [.. path.AttributeLists.SelectMany(list => list.Attributes)];
        AttributeSyntax? last = layers.LastOrDefault(layer => ElementReader.KindOf(layer) is "Conv2d" or "Linear");
        if (last?.ArgumentList?.Arguments.FirstOrDefault() is not { NameEquals: null } width
            || layers.Any(layer => ElementReader.KindOf(layer).Contains("Pool2d") || ElementReader.GenericName(layer.Name) is not null))
            return null;
        if (ElementReader.KindOf(last) == "Linear")
            return $"Linear({width})";
        List<string> strides = [.. layers.Where(layer => ElementReader.KindOf(layer) == "Conv2d")
            .SelectMany(
                layer => layer.ArgumentList?.Arguments.Where(argument => argument.NameEquals?.Name.Identifier.ValueText == "Stride") ?? [])
            .Select(argument => argument.Expression.IsKind(SyntaxKind.IdentifierName) || argument.Expression is LiteralExpressionSyntax
                ? argument.Expression.ToString()
                : $"({argument.Expression})")];
        string stride = strides.Count > 0 ? $", Stride = {string.Join(" * ", strides)}" : "";
        return $"Conv2d({width}, 1{stride}, Bias = false), BatchNorm";
    }
}
