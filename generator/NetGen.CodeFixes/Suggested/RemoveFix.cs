using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Suggested;

/// <summary>Leaves out a layer, or an argument so that its default counts.</summary>
internal sealed class RemoveFix : ISuggestedFixEdit
{
    public FixKind Kind => FixKind.Remove;

    public Proposal? Propose(FaultPlace place, SuggestedFix fix, bool isInBlock)
    {
        if (place.Attribute is not { } attribute)
            return null;
        if (attribute.Span == place.Span)
            return new Proposal($"Remove [{attribute}]", "Attribute", [AttributeEdits.Remove(place, attribute)]);
        return place.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument
            ? new Proposal($"Remove {argument}", "Argument", [AttributeEdits.Remove(place, argument)])
            : null;
    }
}
