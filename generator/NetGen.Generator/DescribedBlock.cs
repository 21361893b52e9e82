using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Descriptions;
using NetGen.Compiler.Emission;
using NetGen.Generator.Reading;

namespace NetGen.Generator;

/// <summary>
/// The part of a block that tells other assemblies of its layers. Blocks that no other assembly sees have none, and neither
/// have blocks inside blocks, of which the outer one's description tells.
/// </summary>
internal static class DescribedBlock
{
    private const string Ending = ".Description.g.cs";

    /// <summary>Whether a declaration may be a block with a further part.</summary>
    public static bool IsCandidate(SyntaxNode node) =>
        node is ClassDeclarationSyntax { BaseList: not null, TypeParameterList: null } declaration
            && declaration.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>The part with the description of a block, or null where it has none, or an error.</summary>
    public static GeneratedPart? Of(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        var declaration = (ClassDeclarationSyntax)context.Node;
        if (context.SemanticModel.GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol block
            || !TypeNames.IsBlock(block) || TypeNames.IsGeneric(block) || TypeNames.IsFileLocal(block)
            || ClassReader.Parts(block, cancellation).FirstOrDefault(part => part.BaseList is not null) != declaration
            || !IsSeenOutside(block, context.SemanticModel.Compilation.Assembly))
            return null;
        for (INamedTypeSymbol? container = block.ContainingType; container is not null; container = container.ContainingType)
            if (TypeNames.IsBlock(container)
                || ClassReader.Parts(container, cancellation).Any(part => !part.Modifiers.Any(SyntaxKind.PartialKeyword)))
                return null;
        return NetworkReader.ReadBlock(block, context.SemanticModel.Compilation, cancellation) is { } blocks
            ? BlockPart.Of(block, declaration.Identifier.GetLocation(), Ending, Head(block, BlockDescription.Write(blocks)), [])
            : null;
    }

    private static IEnumerable<string> Head(INamedTypeSymbol block, string description)
    {
        yield return "// By this text, projects that have the block as a compiled assembly know its layers.";
        yield return $"[global::NetGen.BlockDescription({BlockDescription.Version},";
        string[] lines = [.. Literals.Lines(description.TrimEnd('\n').Split('\n'))];
        for (int index = 0; index < lines.Length; index++)
            yield return $"    {lines[index]}{(index < lines.Length - 1 ? "" : ")]")}";
        yield return "partial class " + ClassReader.Identifier(block.Name);
    }

    private static bool IsSeenOutside(INamedTypeSymbol type, IAssemblySymbol assembly)
    {
        bool hasFriends = assembly.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");
        for (INamedTypeSymbol? part = type; part is not null; part = part.ContainingType)
        {
            bool isSeen = part.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
                || (hasFriends && part.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal);
            if (!isSeen)
                return false;
        }

        return true;
    }
}
