using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes.Declarations;

/// <summary>
/// Leaves out the size that comes in, which PyTorch's layers have first and ours need not: Linear(784, 128), BatchNorm(16). C#
/// has an error where an argument is one too many.
/// </summary>
internal sealed class StatedInputFix : IDeclarationFix
{
    public IReadOnlyList<string> Ids { get; } = ["CS1729"];

    public async Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await FaultPlace.OfAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not { Attribute: { ArgumentList: { } list } attribute } place
            || await place.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || model.GetTypeInfo(attribute, cancellation).Type is not INamedTypeSymbol layer
            || TypeNames.NamespaceOf(layer) != TypeNames.Namespace || !layer.GetMembers("In").Any())
            return [];
        List<AttributeArgumentSyntax> given = [.. list.Arguments.Where(argument => argument.NameEquals is null)];
        if (given.Count != layer.InstanceConstructors.Max(constructor => constructor.Parameters.Length) + 1 || given[0].NameColon is not null)
            return [];
        List<string> others = [.. list.Arguments.Skip(1).Select(argument => argument.ToString())];
        return
        [
            Proposed("LeftOut", others),
            Proposed("Stated", [.. others, $"In = {given[0].Expression}"]),
        ];

        Proposal Proposed(string key, List<string> arguments)
        {
            string text = arguments.Count > 0 ? $"{attribute.Name}({string.Join(", ", arguments)})" : attribute.Name.ToString();
            return new Proposal($"Change to [{text}]", key, [place.Replace(attribute.Span, text)]);
        }
    }
}
