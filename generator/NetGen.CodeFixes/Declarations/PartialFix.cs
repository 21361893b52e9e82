using Microsoft.CodeAnalysis;
using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Declarations;

/// <summary>Declares a network, or a type around one, partial.</summary>
internal sealed class PartialFix : IDeclarationFix
{
    public IReadOnlyList<string> Ids { get; } = [Rules.NotPartial.Id, Rules.ContainerNotPartial.Id];

    public async Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation) =>
        await FaultPlace.OfAsync(solution, diagnostic.Location, cancellation)
            .ConfigureAwait(false) is { Declaration: { } declaration } place
            ? [new Proposal($"Declare '{declaration.Identifier.ValueText}' partial", "Partial",
                [place.Insert(declaration.Keyword.SpanStart, "partial ")])]
            : [];
}
