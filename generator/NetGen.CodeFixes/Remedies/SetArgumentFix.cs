using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Remedies;

/// <summary>States an option: CeilMode = true, Padding = 1.</summary>
internal sealed class SetArgumentFix : IRemedyFix
{
    public RemedyKind Kind => RemedyKind.SetArgument;

    public Proposal? Propose(FaultPlace place, Remedy remedy, bool isInBlock) => place.Attribute is { } attribute
        ? new Proposal(
            $"State {remedy.Text}", remedy.Text.Substring(0, remedy.Text.IndexOf(' ')),
                [AttributeEdits.SetArgument(place, attribute, remedy.Text)])
        : null;
}
