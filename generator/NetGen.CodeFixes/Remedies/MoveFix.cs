using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Remedies;

/// <summary>Moves [Input] to the first place after [Network], or the loss and [Output] to the last.</summary>
internal sealed class MoveFix(RemedyKind kind) : IRemedyFix
{
    public RemedyKind Kind => kind;

    public Proposal? Propose(FaultPlace place, Remedy remedy, bool isInBlock)
    {
        if (place.Attribute is not { } moved || place.Declaration is not { } declaration)
            return null;
        List<AttributeSyntax> others = [.. declaration.AttributeLists.SelectMany(list => list.Attributes).Where(attribute => attribute != moved)];
        if (others.Count == 0)
            return null;
        bool isFirst = kind == RemedyKind.MoveFirst;
        AttributeSyntax? network = others.FirstOrDefault(attribute => attribute.Name.ToString() is "Network" or "NetworkAttribute");
        SourceEdit insertion = (isFirst, network) switch
        {
            (true, not null) => AttributeEdits.InsertAfter(place, network, moved.ToString()),
            (true, null) => AttributeEdits.InsertBefore(place, others[0], moved.ToString()),
            _ => AttributeEdits.InsertAfter(place, others[others.Count - 1], moved.ToString()),
        };
        return new Proposal($"Move [{moved}] to the {(isFirst ? "beginning" : "end")}", "", [insertion, AttributeEdits.Remove(place, moved)]);
    }
}
