using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Remedies;

/// <summary>Inserts a layer before or after the one at the place.</summary>
internal sealed class InsertFix(RemedyKind kind) : IRemedyFix
{
    public RemedyKind Kind => kind;

    public Proposal? Propose(FaultPlace place, Remedy remedy, bool isInBlock)
    {
        if (place.Attribute is not AttributeSyntax attribute)
            return null;
        SourceEdit edit = kind == RemedyKind.InsertBefore
            ? AttributeEdits.InsertBefore(place, attribute, remedy.Text)
            : AttributeEdits.InsertAfter(place, attribute, remedy.Text);
        return new Proposal($"Insert [{remedy.Text}]", "", [edit]);
    }
}
