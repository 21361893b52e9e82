using Microsoft.CodeAnalysis;
using NetGen.Compiler.Descriptions;
using NetGen.Compiler.Specification;

namespace NetGen.Generator.Reading;

/// <summary>Reads a block of another assembly from the description that NetGen wrote on it there.</summary>
internal static class ForeignBlock
{
    /// <summary>The key of the block among all blocks of a network.</summary>
    public static string Key(INamedTypeSymbol block) => BlockDescriptionReader.Key(block.ContainingAssembly.Name, TypeNames.Key(block));

    /// <summary>The block and those that it uses, or why they cannot be read.</summary>
    public static (IReadOnlyList<BlockSpec> Blocks, string Fault) Read(INamedTypeSymbol block)
    {
        AttributeData? description = block.GetAttributes().FirstOrDefault(
            attribute => attribute.AttributeClass is { } type && TypeNames.IsOurs(type, "BlockDescriptionAttribute"));
        if (description?.ConstructorArguments is not [{ Value: int version }, { Value: string text }])
            return ([], "it has no description there. Declare it partial and build its project with NetGen, or add its source to this one");
        if (version > BlockDescription.Version)
            return ([], "a newer version of NetGen has described it. Use that version here too");
        try
        {
            IReadOnlyList<BlockSpec> blocks = BlockDescriptionReader.Read(text, block.ContainingAssembly.Name);
            return blocks.Any(read => read.Key == Key(block)) ? (blocks, "") : ([], "its description is of another block");
        }
        catch (FormatException exception)
        {
            return ([], "its description cannot be used: " + exception.Message);
        }
    }
}
