using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Compiler.Advice;
using NetGen.Compiler.Specification;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes.Declarations;

/// <summary>
/// Where rows are left over or branches differ in height and width, other sizes of the input may fit: the nearest larger and
/// the nearest smaller ones.
/// </summary>
internal sealed class InputSizesFix : IDeclarationFix
{
    public IReadOnlyList<string> Ids { get; } = NearestInputs.Rules;

    public async Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        foreach (Location location in diagnostic.AdditionalLocations.Prepend(diagnostic.Location))
        {
            if (await FaultPlace.OfAsync(solution, location, cancellation).ConfigureAwait(false) is not { } place
                || await place.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
                || Network(place, model, cancellation) is not { } network)
                continue;
            (NetworkSpec spec, SiteTable sites) = NetworkReader.Read(network, model.Compilation, isFinal: true, cancellation);
            ElementSpec? input = spec.Elements.FirstOrDefault(element => element.Kind == "Input");
            if (input is null
                || await FaultPlace.OfAsync(solution, sites.Locations[input.Site], cancellation).ConfigureAwait(false) is not { } stated)
                return [];
            return [.. NearestInputs.Of(spec, cancellation).SelectMany(sizes => Edited(stated, sizes))];
        }

        return [];
    }

    private static INamedTypeSymbol? Network(FaultPlace place, SemanticModel model, CancellationToken cancellation) => place.Node
        .AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
        .Select(declaration => model.GetDeclaredSymbol(declaration, cancellation) as INamedTypeSymbol)
        .FirstOrDefault(type => type is not null && TypeNames.IsNetwork(type));

    private static IEnumerable<Proposal> Edited(FaultPlace stated, (IReadOnlyList<long> Sizes, bool IsLarger) nearest)
    {
        if (stated.Attribute is not { ArgumentList: { } list })
            yield break;
        List<AttributeArgumentSyntax> sizes = [.. list.Arguments.Where(argument => argument.NameEquals is null)];
        if (sizes.Count != nearest.Sizes.Count || sizes.Any(size => size.Expression is not LiteralExpressionSyntax))
            yield break;
        string text = string.Join(", ", nearest.Sizes);
        yield return new Proposal(
            $"Change the input to [Input({text})]",
            nearest.IsLarger ? "LargerInput" : "SmallerInput",
            [stated.Replace(TextSpan.FromBounds(sizes[0].SpanStart, sizes[sizes.Count - 1].Span.End), text)]);
    }
}
