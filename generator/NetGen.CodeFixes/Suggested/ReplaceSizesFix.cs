using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes.Suggested;

/// <summary>Writes other sizes into [Input], [Shape], [Output] or [Reshape]; named arguments stay.</summary>
internal sealed class ReplaceSizesFix : ISuggestedFixEdit
{
    public FixKind Kind => FixKind.ReplaceSizes;

    public Proposal? Propose(FaultPlace place, SuggestedFix fix, bool isInBlock)
    {
        if (isInBlock || place.Attribute is not { ArgumentList: { } list } attribute)
            return null;
        List<AttributeArgumentSyntax> sizes = [.. list.Arguments.TakeWhile(argument => argument.NameEquals is null)];
        if (sizes.Count == 0)
            return null;
        var span = TextSpan.FromBounds(sizes[0].SpanStart, sizes[sizes.Count - 1].Span.End);
        return new Proposal($"Change to [{ElementReader.KindOf(attribute)}({fix.Text})]", fix.Text.Contains(": ")
            ? "Named" : "", [place.Replace(span, Qualifiers.ApplyToArgument(attribute, fix.Text))]);
    }
}
