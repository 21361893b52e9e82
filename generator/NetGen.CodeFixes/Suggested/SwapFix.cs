using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Diagnostics;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes.Suggested;

/// <summary>Puts a layer in front of the one that stands before it.</summary>
internal sealed class SwapFix : ISuggestedFixEdit
{
    public FixKind Kind => FixKind.SwapWithPrevious;

    public Proposal? Propose(FaultPlace place, SuggestedFix fix, bool isInBlock)
    {
        if (place.Attribute is not { } second || place.Declaration is not { } declaration)
            return null;
        List<AttributeSyntax> attributes = [.. declaration.AttributeLists.SelectMany(list => list.Attributes)];
        int index = attributes.IndexOf(second);
        if (index < 1 || ElementReader.KindOf(attributes[index - 1]) != fix.Text)
            return null;
        AttributeSyntax first = attributes[index - 1];
        return new Proposal(
            $"Put [{second}] before [{first}]", "",
                [place.Replace(first.Span, second.ToString()), place.Replace(second.Span, first.ToString())]);
    }
}
