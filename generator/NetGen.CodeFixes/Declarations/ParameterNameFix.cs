using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Specification;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes.Declarations;

/// <summary>
/// Renames a block's parameter whose constant would hide another name, in the block's attributes and where a use in the same
/// project names it.
/// </summary>
internal sealed class ParameterNameFix : IDeclarationFix
{
    public IReadOnlyList<string> Ids { get; } = [Rules.ParameterName.Id];

    public async Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await FaultPlace.OfAsync(solution, diagnostic.Location, cancellation)
            .ConfigureAwait(false) is not { Declaration: { } declaration } place
            || place.Node.FirstAncestorOrSelf<ParameterSyntax>() is not { } parameter)
            return [];
        string old = parameter.Identifier.ValueText;
        string renamed = Free(old, declaration);
        var edits = new List<SourceEdit> { place.Replace(parameter.Identifier.Span, renamed) };
        foreach (IdentifierNameSyntax name in declaration.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            bool isConstant = name.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not null
                && name.Parent is not (NameEqualsSyntax or NameColonSyntax or MemberAccessExpressionSyntax);
            if (isConstant && name.Identifier.ValueText == BlockParameterSpec.ConstantNameOf(old))
                edits.Add(place.Replace(name.Span, BlockParameterSpec.ConstantNameOf(renamed)));
        }

        foreach (Document document in place.Document.Project.Documents)
            if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root)
                edits.AddRange(Uses(root, declaration.Identifier.ValueText, old)
                    .Select(name => new SourceEdit(document.Id, new(name.Name.Span, renamed))));
        return [new Proposal($"Rename '{old}' to '{renamed}'", "Rename", edits)];
    }

    /// <summary>Where a use of the block names the parameter: Part(width: 3).</summary>
    private static IEnumerable<NameColonSyntax> Uses(SyntaxNode root, string block, string parameter) => root.DescendantNodes()
        .OfType<AttributeSyntax>()
            .Where(attribute => ElementReader.SimpleName(attribute.Name) == block && attribute.ArgumentList is not null)
        .SelectMany(attribute => attribute.ArgumentList!.Arguments)
        .Select(argument => argument.NameColon!).Where(name => name?.Name.Identifier.ValueText == parameter);

    private static string Free(string name, TypeDeclarationSyntax declaration)
    {
        var taken = new HashSet<string>(declaration.ParameterList?.Parameters.Select(parameter => parameter.Identifier.ValueText) ?? []);
        string renamed = name + "Value";
        for (int number = 2; taken.Contains(renamed); number++)
            renamed = name + "Value" + number;
        return renamed;
    }
}
