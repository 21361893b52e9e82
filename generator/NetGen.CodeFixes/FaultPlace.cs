using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Edits;

namespace NetGen.CodeFixes;

/// <summary>The place that a fix is about: a document and what stands there.</summary>
internal sealed class FaultPlace(Document document, SourceText text, SyntaxNode root, TextSpan span)
{
    public Document Document { get; } = document;

    public SourceText Text { get; } = text;

    public SyntaxNode Root { get; } = root;

    public TextSpan Span { get; } = span;

    /// <summary>What stands exactly at the place, the innermost node of that span.</summary>
    public SyntaxNode Node => Root.FindNode(Span, getInnermostNodeForTie: true);

    /// <summary>The attribute at the place, or around it.</summary>
    public AttributeSyntax? Attribute => Node.FirstAncestorOrSelf<AttributeSyntax>();

    /// <summary>The class whose declaration is at or around the place.</summary>
    public TypeDeclarationSyntax? Declaration => Node.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    /// <summary>The place of a location, or null where its document is not part of the solution.</summary>
    public static async Task<FaultPlace?> OfAsync(Solution solution, Location location, CancellationToken cancellation)
    {
        Document? document = solution.GetDocument(location.SourceTree) ?? OfPath(solution, location.GetLineSpan().Path);
        if (document is null || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || location.SourceSpan.End > root.FullSpan.End)
            return null;
        return new FaultPlace(document, await document.GetTextAsync(cancellation).ConfigureAwait(false), root, location.SourceSpan);
    }

    public SourceEdit Replace(TextSpan span, string replacement) => new(Document.Id, new TextChange(span, replacement));

    public SourceEdit Insert(int position, string inserted) => Replace(new TextSpan(position, 0), inserted);

    /// <summary>A diagnostic of the generator knows its tree by its path alone.</summary>
    private static Document? OfPath(Solution solution, string path) =>
        solution.GetDocumentIdsWithFilePath(path) is { IsEmpty: false } ids ? solution.GetDocument(ids[0]) : null;
}
