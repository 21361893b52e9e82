using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes.Edits;

/// <summary>Applies edits to a solution.</summary>
internal static class SolutionEdits
{
    /// <summary>The solution with the edits. Of two edits of one place the first is made.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<SourceEdit> edits, CancellationToken cancellation)
    {
        foreach (IGrouping<DocumentId, SourceEdit> ofDocument in edits.GroupBy(edit => edit.Document))
        {
            if (solution.GetDocument(ofDocument.Key) is not { } document)
                continue;
            SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
            solution = solution.WithDocumentText(ofDocument.Key, text.WithChanges(Apart([.. ofDocument.Select(edit => edit.Change)])));
        }

        return solution;
    }

    /// <summary>Whether two edits can both be made: they touch no common place.</summary>
    public static bool AreApart(SourceEdit one, SourceEdit other) =>
        one.Document != other.Document || AreApart(one.Change.Span, other.Change.Span);

    private static List<TextChange> Apart(IReadOnlyList<TextChange> changes)
    {
        var kept = new List<TextChange>();
        foreach (TextChange change in changes)
            if (kept.All(other => AreApart(other.Span, change.Span)))
                kept.Add(change);
        return [.. kept.OrderBy(change => change.Span.Start)];
    }

    private static bool AreApart(TextSpan one, TextSpan other) => one.End < other.Start || other.End < one.Start;
}
