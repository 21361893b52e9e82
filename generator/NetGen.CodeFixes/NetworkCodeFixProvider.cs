using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using NetGen.CodeFixes.Edits;

namespace NetGen.CodeFixes;

/// <summary>Offers the fixes of NetGen's diagnostics, the likeliest first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NetworkCodeFixProvider)), Shared]
public sealed class NetworkCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [.. FixList.Ids, .. FixList.IdsOfCSharp];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => EveryProposal.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
            foreach (Proposal proposal in await FixList.ProposeAsync(
                context.Document.Project.Solution, diagnostic, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(
                    CodeAction.Create(
                        proposal.Title,
                        cancellation => SolutionEdits.ApplyAsync(context.Document.Project.Solution, proposal.Edits, cancellation),
                        proposal.Key),
                    diagnostic);
    }
}
