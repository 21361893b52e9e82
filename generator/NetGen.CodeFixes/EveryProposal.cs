using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using NetGen.CodeFixes.Edits;

namespace NetGen.CodeFixes;

/// <summary>
/// "Fix all": the proposals of one key for all diagnostics of a document, a project or the solution. A proposal whose span
/// another one has changed is left for the next run.
/// </summary>
internal sealed class EveryProposal : FixAllProvider
{
    public static EveryProposal Instance { get; } = new();

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(fixAllContext).ConfigureAwait(false);
        if (diagnostics.IsEmpty)
            return null;
        return CodeAction.Create(
            "Fix all", cancellation => FixAsync(fixAllContext, diagnostics, cancellation), fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<Solution> FixAsync(
        FixAllContext context, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var edits = new List<SourceEdit>();
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(found => found.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(found => found.Location.SourceSpan.Start))
        {
            IReadOnlyList<Proposal> proposals = await FixList.ProposeAsync(context.Solution, diagnostic, cancellation)
                .ConfigureAwait(false);
            Proposal? proposal = proposals.FirstOrDefault(candidate => candidate.Key == context.CodeActionEquivalenceKey);
            if (proposal is not null && proposal.Edits.All(edit => edits.All(other => SolutionEdits.AreApart(edit, other))))
                edits.AddRange(proposal.Edits);
        }

        return await SolutionEdits.ApplyAsync(context.Solution, edits, cancellation).ConfigureAwait(false);
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            case FixAllScope.Project:
                return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
            case FixAllScope.Solution:
                var all = ImmutableArray.CreateBuilder<Diagnostic>();
                foreach (Project project in context.Solution.Projects)
                    all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                return all.ToImmutable();
            default:
                return [];
        }
    }
}
