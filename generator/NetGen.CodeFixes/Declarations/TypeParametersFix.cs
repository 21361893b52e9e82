using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes.Declarations;

/// <summary>Leaves out the type parameters of a network or a block, and those of the block's uses in the same project.</summary>
internal sealed class TypeParametersFix : IDeclarationFix
{
    public IReadOnlyList<string> Ids { get; } = [Rules.Generic.Id, Rules.GenericBlock.Id];

    public async Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await FaultPlace.OfAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not
            { Declaration: { TypeParameterList: { } parameters } declaration } place)
            return [];
        var edits = new List<SourceEdit>();
        TextSpan removed = parameters.Span;
        foreach (TypeParameterConstraintClauseSyntax clause in declaration.ConstraintClauses)
        {
            // Constraints right behind the parameters, or behind each other, go with them: two edits cannot touch.
            int start = clause.WhereKeyword.GetPreviousToken().Span.End;
            if (start > removed.End)
            {
                edits.Add(place.Replace(removed, ""));
                removed = TextSpan.FromBounds(start, start);
            }

            removed = TextSpan.FromBounds(removed.Start, clause.Span.End);
        }

        edits.Add(place.Replace(removed, ""));
        foreach (Document document in place.Document.Project.Documents)
            if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root)
                edits.AddRange(Uses(root, declaration.Identifier.ValueText)
                    .Select(use => new SourceEdit(document.Id, new(use.TypeArgumentList.Span, ""))));
        return [new Proposal($"Remove {parameters}", "TypeParameters", edits)];
    }

    private static IEnumerable<GenericNameSyntax> Uses(SyntaxNode root, string name) => root.DescendantNodes()
        .OfType<GenericNameSyntax>().Where(use => use.Identifier.ValueText == name
            && use.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute && ElementReader.GenericName(attribute.Name) == use);
}
