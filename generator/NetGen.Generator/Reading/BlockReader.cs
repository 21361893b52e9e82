using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Language;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Specification;

namespace NetGen.Generator.Reading;

/// <summary>Reads a block: its parameters, and its elements with expressions of them.</summary>
internal static class BlockReader
{
    private static readonly string[] ShapeNames = ["In", "In0", "In1", "In2"];

    // Members that every block inherits.
    private static readonly string[] InheritedNames = ["Name", "Repeat", "Frozen"];

    public static BlockSpec Read(
        INamedTypeSymbol block, Compilation compilation, SiteTable sites, NetworkReader reader, CancellationToken cancellation)
    {
        List<TypeDeclarationSyntax> parts = ClassReader.Parts(block, cancellation);
        var names = new HashSet<string>(ShapeNames, StringComparer.Ordinal);
        for (INamedTypeSymbol? outer = block; outer is not null; outer = outer.ContainingType)
            if (TypeNames.IsBlock(outer))
                names.UnionWith(ParametersOf(outer, cancellation).Select(
                    parameter => BlockParameterSpec.ConstantNameOf(parameter.Identifier.ValueText)));

        int site = sites.Add(parts[0].Identifier.GetLocation());
        if (TypeNames.IsGeneric(block))
            reader.Fault(Rules.GenericBlock, site, block.Name);
        if (ConstructorWithParameters(parts) is { } constructor)
            reader.Fault(
                Rules.BlockConstructor, sites.Add(constructor.Identifier.GetLocation()), block.Name, constructor.ParameterList.ToString());
        if (FileLocalDeclaration(block, cancellation) is { } local && ParametersOf(block, cancellation).Any())
            reader.Fault(Rules.FileLocalBlock, sites.Add(local.Identifier.GetLocation()), block.Name);
        var parameters = ParametersOf(block, cancellation)
            .Select(parameter => Parameter(parameter, block, compilation, sites, reader, cancellation)).ToEquatableArray();
        ReportDoubled(block, sites, reader, cancellation);
        List<ElementSpec> elements = reader.Elements(block, names);
        foreach (ElementSpec element in elements)
            if (element.Block.Length == 0
                && (element.Kind is "Input" or ElementSpec.BudgetKind || LossCatalog.Find(element.Kind) is not null))
                reader.Fault(Rules.NotInBlock, element.Site, [new SuggestedFix(FixKind.Remove, "")], element.Kind, block.Name);
        string container = block.ContainingType is { } containing && TypeNames.IsBlock(containing) ? reader.KeyOf(containing) : "";
        return new BlockSpec(reader.KeyOf(block), block.Name, container, parameters, elements.ToEquatableArray(), site);
    }

    /// <summary>A constructor with parameters in the class's body, where none stands behind its name.</summary>
    private static ConstructorDeclarationSyntax? ConstructorWithParameters(List<TypeDeclarationSyntax> parts) =>
        parts.Any(part => part.ParameterList is not null)
        ? null
        : parts.SelectMany(part => part.Members).OfType<ConstructorDeclarationSyntax>()
            .FirstOrDefault(constructor => constructor.ParameterList.Parameters.Count > 0);

    /// <summary>The declaration, of the block or around it, that is local to its file, or null.</summary>
    private static TypeDeclarationSyntax? FileLocalDeclaration(INamedTypeSymbol block, CancellationToken cancellation)
    {
        for (INamedTypeSymbol? container = block; container is not null; container = container.ContainingType)
            if (container.IsFileLocal)
                return ClassReader.Parts(container, cancellation).FirstOrDefault();
        return null;
    }

    /// <summary>The parameters of the constructor that stands in the class's declaration.</summary>
    public static IEnumerable<ParameterSyntax> ParametersOf(INamedTypeSymbol block, CancellationToken cancellation) =>
        ClassReader.Parts(block, cancellation).Select(part => part.ParameterList).FirstOrDefault(list => list is not null)?.Parameters
        ?? Enumerable.Empty<ParameterSyntax>();

    /// <summary>Why a parameter cannot have a constant of its name, or "".</summary>
    public static string NameFault(string parameter, INamedTypeSymbol block)
    {
        string constant = BlockParameterSpec.ConstantNameOf(parameter);
        if (constant == block.Name)
            return "is the block's own name";
        if (ShapeNames.Contains(constant))
            return "stands for the shape that comes in";
        return InheritedNames.Contains(constant) ? "every block has already" : "";
    }

    /// <summary>Reports parameters whose constants have one name: width and Width.</summary>
    private static void ReportDoubled(INamedTypeSymbol block, SiteTable sites, NetworkReader reader, CancellationToken cancellation)
    {
        var constants = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (SyntaxToken parameter in ParametersOf(block, cancellation).Select(parameter => parameter.Identifier))
        {
            string constant = BlockParameterSpec.ConstantNameOf(parameter.ValueText);
            if (constants.TryGetValue(constant, out string? other) && other != parameter.ValueText)
                reader.Fault(Rules.ParameterName, sites.Add(parameter.GetLocation()), parameter.ValueText, block.Name, constant,
                    $"the parameter '{other}' becomes too");
            constants[constant] = parameter.ValueText;
        }
    }

    private static BlockParameterSpec Parameter(
        ParameterSyntax parameter, INamedTypeSymbol block, Compilation compilation, SiteTable sites, NetworkReader reader,
        CancellationToken cancellation)
    {
        string name = parameter.Identifier.ValueText;
        SemanticModel model = compilation.GetSemanticModel(parameter.SyntaxTree);
        string fault = NameFault(name, block);
        if (fault.Length > 0)
            reader.Fault(Rules.ParameterName, sites.Add(parameter.Identifier.GetLocation()), name, block.Name,
                BlockParameterSpec.ConstantNameOf(name), fault);
        ITypeSymbol? type = model.GetDeclaredSymbol(parameter, cancellation)?.Type;
        if (ExpressionReader.TypeOf(type) is not { } constantType)
        {
            reader.Incomplete();
            constantType = ConstantType.Int;
        }

        ConstantExpression? value = parameter.Default is { } written
            ? new ExpressionReader(model, new HashSet<string>(), cancellation).Read(written.Value)
            : null;
        return new BlockParameterSpec(name, constantType, value);
    }
}
