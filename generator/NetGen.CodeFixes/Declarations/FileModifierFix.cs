using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Declarations;

/// <summary>Makes a type known beyond its file.</summary>
internal sealed class FileModifierFix : IDeclarationFix
{
    public IReadOnlyList<string> Ids { get; } = [Rules.FileLocalBlock.Id];

    public async Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await FaultPlace.OfAsync(solution, diagnostic.Location, cancellation)
            .ConfigureAwait(false) is not { Declaration: { } declaration } place)
            return [];
        return [.. declaration.Modifiers.Where(modifier => modifier.IsKind(SyntaxKind.FileKeyword)).Select(modifier => new Proposal(
            "Remove 'file'", "File", [place.Replace(TextSpan.FromBounds(modifier.SpanStart, modifier.GetNextToken().SpanStart), "")]))];
    }
}
