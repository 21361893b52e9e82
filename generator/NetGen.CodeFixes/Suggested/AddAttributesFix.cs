using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Suggested;

/// <summary>Marks a type with attributes: a data set by [DataSet] and [Sample].</summary>
internal sealed class AddAttributesFix : ISuggestedFixEdit
{
    public FixKind Kind => FixKind.AddAttributes;

    public Proposal? Propose(FaultPlace place, SuggestedFix fix, bool isInBlock) => place.Declaration is { } declaration
        ? new Proposal(
            $"Mark '{declaration.Identifier.ValueText}' with [{fix.Text}]",
            "",
            [place.Insert(
                declaration.SpanStart, $"[{fix.Text}]{Lines.Break(place.Text)}{Lines.Indent(place.Text, declaration.SpanStart)}")])
        : null;
}
