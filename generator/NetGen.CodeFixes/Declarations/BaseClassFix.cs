using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Declarations;

/// <summary>Leaves out a base class in whose place the generated part states NetGen.Network. Interfaces stay.</summary>
internal sealed class BaseClassFix : IDeclarationFix
{
    public IReadOnlyList<string> Ids { get; } = [Rules.OtherBaseClass.Id];

    public async Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await FaultPlace.OfAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not { } place
            || place.Node.FirstAncestorOrSelf<BaseTypeSyntax>() is not { Parent: BaseListSyntax list } written)
            return [];
        TextSpan span = list.Types.Count > 1
            ? TextSpan.FromBounds(written.SpanStart, list.Types[1].SpanStart)
            : TextSpan.FromBounds(list.ColonToken.GetPreviousToken().Span.End, list.Span.End);
        return [new Proposal($"Remove the base class '{written}'", "BaseClass", [place.Replace(span, "")])];
    }
}
