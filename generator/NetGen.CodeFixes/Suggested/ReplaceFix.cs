using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Suggested;

/// <summary>Writes the right size, name or layer in the place of the wrong one.</summary>
internal sealed class ReplaceFix : ISuggestedFixEdit
{
    public FixKind Kind => FixKind.Replace;

    public Proposal? Propose(FaultPlace place, SuggestedFix fix, bool isInBlock)
    {
        SyntaxNode node = place.Node;
        if (node is AttributeArgumentSyntax argument)
            node = argument.Expression;
        bool isAttribute = node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute && attribute.Span == place.Span;
        if (!isAttribute && node is not ExpressionSyntax)
            return null;

        // An expression of a block's parameters is right for other uses.
        bool isArgument = node.FirstAncestorOrSelf<AttributeSyntax>() is not null;
        if (isInBlock && isArgument && !isAttribute
            && node is not (LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax }))
            return null;
        string text = isAttribute ? $"[{fix.Text}]" : fix.Text;
        return new Proposal($"Change to {text}", isAttribute ? "Attribute" : "Value", [place.Replace(place.Span, Written())]);

        string Written() => isAttribute && place.Attribute is { } old ? Qualifiers.Apply(old, fix.Text) : fix.Text;
    }
}
