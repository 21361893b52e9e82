using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Losses;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes.Declarations;

/// <summary>Moves the layers of a second part of a network or block to the part that has the first ones, before its loss.</summary>
internal sealed class OnePartFix : IDeclarationFix
{
    public IReadOnlyList<string> Ids { get; } = [Rules.LayersOnTwoParts.Id];

    public async Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await FaultPlace.OfAsync(solution, diagnostic.Location, cancellation)
            .ConfigureAwait(false) is not { Declaration: { } second } place
            || await place.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(second, cancellation) is not INamedTypeSymbol type)
            return [];
        List<AttributeSyntax> moved = Layers(second, model, cancellation);
        foreach (TypeDeclarationSyntax part in ClassReader.Parts(type, cancellation))
        {
            SemanticModel partModel = model.Compilation.GetSemanticModel(part.SyntaxTree);
            List<AttributeSyntax> layers = Layers(part, partModel, cancellation);
            if (layers.Count == 0 || part == second || moved.Count == 0
                || await FaultPlace.OfAsync(solution, part.GetLocation(), cancellation).ConfigureAwait(false) is not { } first)
                continue;
            string text = string.Join(", ", moved);
            AttributeSyntax last = layers[layers.Count - 1];
            bool isLoss = LossCatalog.Find(ElementReader.KindOf(last)) is not null;
            var edits = new List<SourceEdit> { isLoss
                ? first.Insert(last.SpanStart, text + ", ") : first.Insert(last.Span.End, ", " + text) };
            edits.AddRange(Removals(place, second, moved));
            return [new Proposal("Move the layers to the other part", "OnePart", edits)];
        }

        return [];
    }

    /// <summary>A list of attributes that all go is removed as one, so that no commas are left.</summary>
    private static IEnumerable<SourceEdit> Removals(FaultPlace place, TypeDeclarationSyntax declaration, List<AttributeSyntax> moved)
    {
        foreach (AttributeListSyntax list in declaration.AttributeLists)
        {
            List<AttributeSyntax> kept = [.. list.Attributes.Where(attribute => !moved.Contains(attribute))];
            if (kept.Count == list.Attributes.Count)
                continue;
            yield return kept.Count > 0
                ? place.Replace(list.Span, $"[{string.Join(", ", kept)}]")
                : AttributeEdits.Remove(place, list);
        }
    }

    private static List<AttributeSyntax> Layers(TypeDeclarationSyntax part, SemanticModel model, CancellationToken cancellation) =>
        [.. part.AttributeLists.SelectMany(list => list.Attributes).Where(attribute =>
            model.GetTypeInfo(attribute, cancellation).Type is INamedTypeSymbol type
            && (TypeNames.IsBlock(type) || (TypeNames.NamespaceOf(type) == TypeNames.Namespace && type.Name != "NetworkAttribute")))];
}
