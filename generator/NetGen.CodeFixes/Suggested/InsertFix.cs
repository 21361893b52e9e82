using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Suggested;

/// <summary>Inserts a layer before or after the one at the place.</summary>
internal sealed class InsertFix(FixKind kind) : ISuggestedFixEdit
{
    public FixKind Kind => kind;

    public Proposal? Propose(FaultPlace place, SuggestedFix fix, bool isInBlock)
    {
        if (place.Attribute is not AttributeSyntax attribute)
            return null;
        SourceEdit edit = kind == FixKind.InsertBefore
            ? AttributeEdits.InsertBefore(place, attribute, fix.Text)
            : AttributeEdits.InsertAfter(place, attribute, fix.Text);
        return new Proposal($"Insert [{fix.Text}]", "", [edit]);
    }
}
