using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Specification;
using NetGen.Generator.Reading;

namespace NetGen.Generator;

/// <summary>
/// The other part of a block with parameters: a constant for each, so that its attributes can name it (Width for width), and
/// a field that reads it, so that C# does not call it unread. The constants' values have no meaning: each use has its own.
/// </summary>
internal static class BlockConstants
{
    private const string Ending = ".Block.g.cs";

    /// <summary>Whether a declaration may be a block with parameters.</summary>
    public static bool IsCandidate(SyntaxNode node) =>
        node is ClassDeclarationSyntax { BaseList: not null, TypeParameterList: null, ParameterList.Parameters.Count: > 0 };

    /// <summary>The part with the constants of a block, or null where the class is none, or can have no other part.</summary>
    public static GeneratedPart? Of(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        var declaration = (ClassDeclarationSyntax)context.Node;
        if (context.SemanticModel.GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol block
            || !TypeNames.IsBlock(block) || TypeNames.IsGeneric(block) || TypeNames.IsFileLocal(block)
                || declaration.ParameterList is not { } list
            || BlockReader.ParametersOf(block, cancellation).FirstOrDefault()?.Parent != list)
            return null;
        var constants = new List<BlockConstant>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ParameterSyntax parameter in list.Parameters)
        {
            string name = parameter.Identifier.ValueText;
            string constant = BlockParameterSpec.ConstantNameOf(name);
            ITypeSymbol? type = context.SemanticModel.GetDeclaredSymbol(parameter, cancellation)?.Type;
            if (type is null || name.Length == 0 || ExpressionReader.TypeOf(type) is null || !names.Add(constant))
                continue;
            bool isLeftOut = block.GetMembers(constant).Length > 0 || BlockReader.NameFault(name, block).Length > 0;
            string field = "__" + name;
            while (block.GetMembers(field).Length > 0 || !names.Add(field))
                field = "_" + field;
            constants.Add(new BlockConstant(
                constant, name, field, type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
                    Value(parameter, type, context.SemanticModel, cancellation), !isLeftOut));
        }

        return BlockPart.Of(
            block, declaration.Identifier.GetLocation(), Ending, ["partial class " + ClassReader.Identifier(block.Name)], Lines(constants));
    }

    private static IEnumerable<string> Lines(IEnumerable<BlockConstant> constants)
    {
        yield return "// Attributes of this block name its parameters by these constants; each use has values of its own.";
        foreach (BlockConstant constant in constants)
        {
            if (constant.IsEmitted)
                yield return $"private const {constant.Type} {constant.Name} = {constant.Value};";
            yield return $"private readonly {constant.Type} {constant.Field} = @{constant.Parameter};";
        }
    }

    /// <summary>The default where there is one; else 1, so that divisions by it have a value.</summary>
    private static string Value(ParameterSyntax parameter, ITypeSymbol type, SemanticModel model, CancellationToken cancellation)
    {
        object? value = parameter.Default is { } written
            && model.GetConstantValue(written.Value, cancellation) is { HasValue: true } constant
            ? constant.Value
            : null;
        if (type.TypeKind == TypeKind.Enum)
        {
            string name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
            return $"({name})({SymbolDisplay.FormatPrimitive(value ?? 1, quoteStrings: true, useHexadecimalNumbers: false)})";
        }

        return type.SpecialType switch
        {
            SpecialType.System_Boolean => value is true ? "true" : "false",
            SpecialType.System_String => SymbolDisplay.FormatPrimitive(
                value ?? "", quoteStrings: true, useHexadecimalNumbers: false) ?? "\"\"",
            SpecialType.System_Double when value is double number => NumberText(number, "d"),
            SpecialType.System_Single when value is float number => NumberText(number, "f"),
            _ => SymbolDisplay.FormatPrimitive(value ?? 1, quoteStrings: true, useHexadecimalNumbers: false) ?? "1",
        };
    }

    private static string NumberText(double number, string suffix) => number switch
    {
        double.PositiveInfinity => suffix == "d" ? "double.PositiveInfinity" : "float.PositiveInfinity",
        double.NegativeInfinity => suffix == "d" ? "double.NegativeInfinity" : "float.NegativeInfinity",
        _ when double.IsNaN(number) => suffix == "d" ? "double.NaN" : "float.NaN",
        _ => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture) + suffix,
    };
}
