using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Remedies;

/// <summary>Adds a projection to a residual whose path changes the shape: an operand, and the block that it names.</summary>
internal sealed class ProjectionFix : IRemedyFix
{
    public RemedyKind Kind => RemedyKind.AddProjection;

    public Proposal? Propose(FaultPlace place, Remedy remedy, bool isInBlock)
    {
        if (place.Attribute?.Name is not GenericNameSyntax { TypeArgumentList.Arguments.Count: 1 } name || place.Declaration is not { } declaration)
            return null;
        string? layers = isInBlock ? OfPath(name.TypeArgumentList.Arguments[0], declaration) : remedy.Text;
        if (layers is null)
            return null;
        string block = NestedBlocks.FreeName(declaration, "Projection");
        return new Proposal(
            $"Add a projection: [{layers}]",
            "",
            [
                place.Insert(name.TypeArgumentList.GreaterThanToken.SpanStart, ", " + block),
                NestedBlocks.Add(place, declaration, layers, block),
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
        AttributeSyntax? last = layers.LastOrDefault(layer => layer.Name.ToString() is "Conv2d" or "Linear");
        if (last?.ArgumentList?.Arguments.FirstOrDefault() is not { NameEquals: null } width
            || layers.Any(layer => layer.Name.ToString().Contains("Pool2d") || layer.Name is GenericNameSyntax))
            return null;
        if (last.Name.ToString() == "Linear")
            return $"Linear({width})";
        List<string> strides = [.. layers.Where(layer => layer.Name.ToString() == "Conv2d")
            .SelectMany(layer => layer.ArgumentList?.Arguments.Where(argument => argument.NameEquals?.Name.Identifier.ValueText == "Stride") ?? [])
            .Select(argument => argument.Expression.IsKind(SyntaxKind.IdentifierName) || argument.Expression is LiteralExpressionSyntax
                ? argument.Expression.ToString()
                : $"({argument.Expression})")];
        string stride = strides.Count > 0 ? $", Stride = {string.Join(" * ", strides)}" : "";
        return $"Conv2d({width}, 1{stride}, Bias = false), BatchNorm";
    }
}
