using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Suggested;

/// <summary>States an option: CeilMode = true, Padding = 1.</summary>
internal sealed class SetArgumentFix : ISuggestedFixEdit
{
    public FixKind Kind => FixKind.SetArgument;

    public Proposal? Propose(FaultPlace place, SuggestedFix fix, bool isInBlock) => place.Attribute is { } attribute
        ? new Proposal(
            $"State {fix.Text}", fix.Text.Substring(0, fix.Text.IndexOf(' ')),
                [AttributeEdits.SetArgument(place, attribute, fix.Text)])
        : null;
}
