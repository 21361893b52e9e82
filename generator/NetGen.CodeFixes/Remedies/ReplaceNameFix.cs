using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Remedies;

/// <summary>Writes the known name of a layer in the place of a misspelt one.</summary>
internal sealed class ReplaceNameFix : IRemedyFix
{
    public RemedyKind Kind => RemedyKind.ReplaceName;

    public Proposal? Propose(FaultPlace place, Remedy remedy, bool isInBlock) => place.Attribute is { } attribute
        ? new Proposal($"Change to {remedy.Text}", "", [place.Replace(attribute.Name.Span, remedy.Text)])
        : null;
}
