using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Remedies;

/// <summary>Marks a type with attributes: a data set by [DataSet] and [Sample].</summary>
internal sealed class AddAttributesFix : IRemedyFix
{
    public RemedyKind Kind => RemedyKind.AddAttributes;

    public Proposal? Propose(FaultPlace place, Remedy remedy, bool isInBlock) => place.Declaration is { } declaration
        ? new Proposal(
            $"Mark '{declaration.Identifier.ValueText}' with [{remedy.Text}]",
            "",
            [place.Insert(
                declaration.SpanStart, $"[{remedy.Text}]{Lines.Break(place.Text)}{Lines.Indent(place.Text, declaration.SpanStart)}")])
        : null;
}
