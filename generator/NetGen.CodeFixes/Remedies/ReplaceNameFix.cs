using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Compiler.Diagnostics;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes.Remedies;

/// <summary>Writes the known name of a layer in the place of a misspelt one.</summary>
internal sealed class ReplaceNameFix : IRemedyFix
{
    public RemedyKind Kind => RemedyKind.ReplaceName;

    public Proposal? Propose(FaultPlace place, Remedy remedy, bool isInBlock) => place.Attribute is { } attribute
        ? new Proposal($"Change to {remedy.Text}", "", [place.Replace(Replaced(attribute, remedy.Text), remedy.Text)])
        : null;

    /// <summary>The last part of the name; the arguments too, where the known name brings its own.</summary>
    private static TextSpan Replaced(AttributeSyntax attribute, string text)
    {
        SimpleNameSyntax name = ElementReader.Simple(attribute.Name);
        return text.EndsWith(")", StringComparison.Ordinal) ? TextSpan.FromBounds(name.SpanStart, attribute.Span.End) : name.Span;
    }
}
