using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Declarations;

/// <summary>Derives a class with layers from Block, where it has no base class or interfaces yet.</summary>
internal sealed class BlockBaseFix : IDeclarationFix
{
    public IReadOnlyList<string> Ids { get; } = [Rules.StrayLayers.Id];

    public async Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        // A class that is meant to be a network has another fix.
        if (diagnostic.Properties.ContainsKey(Generator.Descriptors.FixesProperty)
            || await FaultPlace.OfAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not
                { Attribute: { } layer, Declaration: { BaseList: null } declaration } place)
            return [];
        int end = declaration.ParameterList?.Span.End ?? declaration.TypeParameterList?.Span.End ?? declaration.Identifier.Span.End;
        var edits = new List<SourceEdit> { place.Insert(end, $" : {Qualifiers.Of(layer)}Block") };
        if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            edits.Add(place.Insert(declaration.Keyword.SpanStart, "partial "));
        return [new Proposal($"Derive '{declaration.Identifier.ValueText}' from Block", "BlockBase", edits)];
    }
}
