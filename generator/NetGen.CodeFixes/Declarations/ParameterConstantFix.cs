using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Specification;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes.Declarations;

/// <summary>
/// Writes a block's parameter with a capital, as its attributes name it: [Linear(Width)] for width. C# has an error, since a
/// parameter is no constant.
/// </summary>
internal sealed class ParameterConstantFix : IDeclarationFix
{
    public IReadOnlyList<string> Ids { get; } = ["CS9105"];

    public async Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await FaultPlace.OfAsync(solution, diagnostic.Location, cancellation)
            .ConfigureAwait(false) is not { Declaration: { } declaration } place
            || place.Node is not IdentifierNameSyntax name || name.FirstAncestorOrSelf<AttributeArgumentSyntax>() is null
            || await place.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol block || !TypeNames.IsBlock(block))
            return [];
        string constant = BlockParameterSpec.ConstantNameOf(name.Identifier.ValueText);
        return [new Proposal($"Change to {constant}", "Constant", [place.Replace(name.Span, constant)])];
    }
}
