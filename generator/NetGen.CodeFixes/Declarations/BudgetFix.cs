using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Advice;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Specification;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes.Declarations;

/// <summary>Narrows one layer until the network keeps its budget.</summary>
internal sealed class BudgetFix : IDeclarationFix
{
    public IReadOnlyList<string> Ids { get; } = [Rules.Budget.Id];

    public async Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await FaultPlace.OfAsync(solution, diagnostic.Location, cancellation)
            .ConfigureAwait(false) is not { Declaration: { } declaration } place
            || await place.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol network)
            return [];
        (NetworkSpec spec, SiteTable sites) = NetworkReader.Read(network, model.Compilation, isFinal: true, cancellation);
        if (WidthWithinBudget.Of(spec, cancellation) is not { } narrower
            || await FaultPlace.OfAsync(solution, sites.Locations[narrower.Layer.Arguments[0].Site], cancellation)
                .ConfigureAwait(false) is not
                { Node: LiteralExpressionSyntax, Attribute: { } layer } width)
            return [];
        return [new Proposal($"Narrow [{layer}] to {narrower.Width}", "Width", [width.Replace(width.Span, $"{narrower.Width}")])];
    }
}
