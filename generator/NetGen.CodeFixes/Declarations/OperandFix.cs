using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.CodeFixes.Edits;
using NetGen.Compiler.Diagnostics;

namespace NetGen.CodeFixes.Declarations;

/// <summary>
/// Gives the use of a block that needs arguments a name, so that it can be an operand: whole numbers become In, the width that
/// comes in.
/// </summary>
internal sealed class OperandFix : IDeclarationFix
{
    public IReadOnlyList<string> Ids { get; } = [Rules.OperandNeedsArguments.Id];

    public async Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await FaultPlace.OfAsync(solution, diagnostic.Location, cancellation)
            .ConfigureAwait(false) is not { Declaration: { } declaration } place
            || place.Node.FirstAncestorOrSelf<TypeSyntax>() is not { } operand
            || await place.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || model.GetTypeInfo(operand, cancellation).Type is not INamedTypeSymbol block
            || block.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.Length > 0) is not { } made)
            return [];
        List<string> arguments = [.. made.Parameters.TakeWhile(parameter => !parameter.HasExplicitDefaultValue).Select(Argument)];
        if (arguments.Contains(""))
            return [];
        string use = $"{operand}({string.Join(", ", arguments)})";
        string name = NestedBlocks.FreeName(declaration, "My" + block.Name);
        return [new Proposal(
            $"Name the use: [{use}] partial class {name} : Block;",
            "Operand",
            [place.Replace(operand.Span, name), NestedBlocks.Add(
                place, declaration, use, name, place.Attribute is { } composition ? Qualifiers.Of(composition) + "Block" : "Block")])];
    }

    private static string Argument(IParameterSymbol parameter) => parameter.Type.SpecialType switch
    {
        SpecialType.System_Int32 => "In",
        SpecialType.System_Boolean => "false",
        SpecialType.System_Double => "0.5",
        _ => "",
    };
}
