using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes.Suggested;

/// <summary>Moves [Input] to the first place after [Network], or the loss and [Output] to the last.</summary>
internal sealed class MoveFix(FixKind kind) : ISuggestedFixEdit
{
    public FixKind Kind => kind;

    public Proposal? Propose(FaultPlace place, SuggestedFix fix, bool isInBlock)
    {
        if (place.Attribute is not { } moved || place.Declaration is not { } declaration)
            return null;
        List<AttributeSyntax> others =
            [.. declaration.AttributeLists.SelectMany(list => list.Attributes).Where(attribute => attribute != moved)];
        if (others.Count == 0)
            return null;
        bool isFirst = kind == FixKind.MoveFirst;
        AttributeSyntax? network = others.FirstOrDefault(attribute => ElementReader.KindOf(attribute) == "Network");
        SourceEdit insertion = (isFirst, network) switch
        {
            (true, not null) => place.Insert(network.Span.End, $", {moved}"),
            (true, null) => place.Insert(others[0].SpanStart, $"{moved}, "),
            _ => place.Insert(others[others.Count - 1].Span.End, $", {moved}"),
        };
        return new Proposal(
            $"Move [{moved}] to the {(isFirst ? "beginning" : "end")}", "", [insertion, AttributeEdits.Remove(place, moved)]);
    }
}
