using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Compiler.Diagnostics;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes.Suggested;

/// <summary>Writes the known name of a layer in the place of a misspelt one.</summary>
internal sealed class ReplaceNameFix : ISuggestedFixEdit
{
    public FixKind Kind => FixKind.ReplaceName;

    public Proposal? Propose(FaultPlace place, SuggestedFix fix, bool isInBlock) => place.Attribute is { } attribute
        ? new Proposal($"Change to {fix.Text}", "", [place.Replace(Replaced(attribute, fix.Text), fix.Text)])
        : null;

    /// <summary>The last part of the name; the arguments too, where the known name brings its own.</summary>
    private static TextSpan Replaced(AttributeSyntax attribute, string text)
    {
        SimpleNameSyntax name = ElementReader.Simple(attribute.Name);
        return text.EndsWith(")", StringComparison.Ordinal) ? TextSpan.FromBounds(name.SpanStart, attribute.Span.End) : name.Span;
    }
}
