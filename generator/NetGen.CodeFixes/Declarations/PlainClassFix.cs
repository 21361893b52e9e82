using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Declarations;

/// <summary>
/// Makes a class that can be created of one that is static, abstract, local to its file or has parameters, and of any other type.
/// </summary>
internal sealed class PlainClassFix : IDeclarationFix
{
    public IReadOnlyList<string> Ids { get; } = [Rules.WrongKindOfClass.Id];

    public async Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await FaultPlace.OfAsync(solution, diagnostic.Location, cancellation)
            .ConfigureAwait(false) is not { Declaration: { } declaration } place)
            return [];
        var edits = new List<SourceEdit>();
        foreach (SyntaxToken modifier in declaration.Modifiers)
            if (modifier.IsKind(SyntaxKind.StaticKeyword) || modifier.IsKind(SyntaxKind.AbstractKeyword)
                || modifier.IsKind(SyntaxKind.FileKeyword))
                edits.Add(place.Replace(TextSpan.FromBounds(modifier.SpanStart, modifier.GetNextToken().SpanStart), ""));
        if (declaration.ParameterList is { } parameters)
            edits.Add(place.Replace(parameters.Span, ""));
        if (declaration is not ClassDeclarationSyntax)
            edits.Add(place.Replace(
                TextSpan.FromBounds(declaration.Keyword.SpanStart, declaration.Identifier.SpanStart), "class "));
        return edits.Count > 0 ? [new Proposal("Make it a plain class", "PlainClass", edits)] : [];
    }
}
