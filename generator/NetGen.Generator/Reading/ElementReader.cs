using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Collections;
using NetGen.Compiler.Language;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;

namespace NetGen.Generator.Reading;

/// <summary>
/// Reads the attributes of one declaration from syntax, because C# leaves an attribute empty in which a block's parameter
/// stands. What they refer to goes on to <paramref name="references"/>.
/// </summary>
internal sealed class ElementReader(
    SemanticModel model, AttributeTypes types, ISet<string> names, SiteTable sites, IReferences references, CancellationToken cancellation)
{
    private readonly ExpressionReader expressions = new(model, names, cancellation);

    /// <summary>The elements among a declaration's attributes, in the order written. [Network] is none.</summary>
    public List<ElementSpec> Read(TypeDeclarationSyntax declaration)
    {
        var elements = new List<ElementSpec>();
        foreach (AttributeSyntax attribute in declaration.AttributeLists.SelectMany(list => list.Attributes))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Element(attribute) is { } element)
                elements.Add(element);
        }

        return elements;
    }

    private ElementSpec? Element(AttributeSyntax attribute)
    {
        if (types.Of(attribute, model, cancellation) is not { } type)
        {
            // An element of no kind: what comes after it is not judged by the shape before it.
            int site = sites.Add(attribute.GetLocation());
            return references.Unknown(SimpleName(attribute.Name), site)
                ? new ElementSpec("", "", default, default, Text(attribute), site)
                : null;
        }

        string kind = KindOf(type);
        bool isOurs = type.ContainingType is null && TypeNames.NamespaceOf(type) == TypeNames.Namespace;
        if (isOurs && IsElement(kind))
            return Spec(attribute, type, kind, isOurs: true);
        if (!TypeNames.IsBlock(type))
            return null;
        ElementSpec use = Spec(attribute, type, type.Name, isOurs: false);
        return use with { Block = references.Block(type, use.Site) };
    }

    /// <summary>The name of an attribute's type as it is written: "Conv2d".</summary>
    public static string KindOf(INamedTypeSymbol type) => WithoutSuffix(type.Name);

    /// <summary>Whether NetGen's attribute of this name is part of a network or block.</summary>
    public static bool IsElement(string kind) =>
        kind is "Input" or "From" or "Shape" or "Output" or ElementSpec.BudgetKind || LayerCatalog.Find(kind) is not null
            || LossCatalog.Find(kind) is not null
        || Compositions.KindOf(kind) is not null;

    private ElementSpec Spec(AttributeSyntax attribute, INamedTypeSymbol type, string kind, bool isOurs)
    {
        int site = sites.Add(attribute.GetLocation());
        var operands = new List<OperandSpec>();
        if (GenericName(attribute.Name) is { } generic)
            for (int index = 0; index < generic.TypeArgumentList.Arguments.Count; index++)
                if (Operand(generic.TypeArgumentList.Arguments[index], type.TypeArguments.ElementAtOrDefault(index),
                    isInput: kind == "Input") is { } read)
                    operands.Add(read);
        List<UnknownOption> unknown = isOurs ? [.. UnknownOptions.Of(attribute, type)] : [];
        foreach (UnknownOption option in unknown)
            references.UnknownOption(kind, option, sites.Add(option.Name.GetLocation()));
        ForeignArguments? foreign = isOurs && unknown.Count == 0 ? ForeignArguments.Of(attribute, type, kind) : null;
        if (foreign is not null)
            references.Foreign(attribute, foreign, site);
        IEnumerable<ArgumentSpec> arguments = foreign is not null
            ? foreign.Arguments.Select(argument => new ArgumentSpec(argument.Name, Value(argument.Value), site))
            : attribute.ArgumentList is { } list ? list.Arguments.SelectMany(Arguments)
            : [];
        return new ElementSpec(
            kind, "", operands.ToEquatableArray(), arguments.ToEquatableArray(), Text(attribute), site);
    }

    private OperandSpec? Operand(TypeSyntax operand, ITypeSymbol? bound, bool isInput)
    {
        int site = sites.Add(operand.GetLocation());
        if (bound is not INamedTypeSymbol { TypeKind: not TypeKind.Error } type)
        {
            references.Incomplete();

            // Without its data set an [Input] would be one without sizes.
            return isInput ? new OperandSpec("", operand.ToString(), site) : null;
        }

        if (isInput)
            return new OperandSpec(references.Source(type, operand.ToString(), site), operand.ToString(), site);
        if (TypeNames.IsOurs(type, "Identity"))
            return new OperandSpec("", operand.ToString(), site);
        if (TypeNames.IsBlock(type))
            return new OperandSpec(references.Block(type, site), operand.ToString(), site);
        references.Incomplete();
        return new OperandSpec(TypeNames.Key(type), operand.ToString(), site);
    }

    /// <summary>
    /// One argument; an array written out is as many as its elements, which is what C# makes of a parameter's too, and a list
    /// where it is the value of a property.
    /// </summary>
    private IEnumerable<ArgumentSpec> Arguments(AttributeArgumentSyntax argument)
    {
        string? name = argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText;
        IEnumerable<ExpressionSyntax>? elements = argument.Expression switch
        {
            ImplicitArrayCreationExpressionSyntax created => created.Initializer.Expressions,
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            ArrayCreationExpressionSyntax when argument.NameEquals is not null => [],
            CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>()
                .Select(element => element.Expression),
            _ => null,
        };
        return elements is null ? [Argument(name, argument.Expression)]
            : argument.NameEquals is not null ? [List(name, argument.Expression, elements)]
            : elements.Select(element => Argument(null, element));
    }

    private ArgumentSpec Argument(string? name, ExpressionSyntax expression) =>
        new(name, Value(expression), sites.Add(expression.GetLocation()));

    private ArgumentSpec List(string? name, ExpressionSyntax expression, IEnumerable<ExpressionSyntax> elements) =>
        new(name, new ListConstant(elements.Select(Value).ToEquatableArray()), sites.Add(expression.GetLocation()));

    private ConstantExpression Value(ExpressionSyntax expression)
    {
        ConstantExpression value = expressions.Read(expression);
        if (value.WithParts().Contains(ConstantExpression.Unknown))
            references.Incomplete();
        return value;
    }

    private static string Text(AttributeSyntax attribute)
    {
        if (attribute.ArgumentList is not { Arguments.Count: > 0 } list)
            return attribute.Name.ToString();
        IEnumerable<string> arguments = list.Arguments.Select(argument => argument switch
        {
            { NameEquals: { } equals } => $"{equals.Name} = {argument.Expression}",
            { NameColon: { } colon } => $"{colon.Name}: {argument.Expression}",
            _ => argument.Expression.ToString(),
        });
        return $"{attribute.Name}({string.Join(", ", arguments)})";
    }

    /// <summary>The attribute's name without what stands before it, and without the ending that C# adds: "Conv2d".</summary>
    public static string KindOf(AttributeSyntax attribute) => WithoutSuffix(SimpleName(attribute.Name));

    private static string WithoutSuffix(string name) =>
        name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;

    /// <summary>The name with its operands, "Residual&lt;Path&gt;", without what stands before it; null where it has none.</summary>
    public static GenericNameSyntax? GenericName(NameSyntax name) => Simple(name) as GenericNameSyntax;

    public static string SimpleName(NameSyntax name) => Simple(name).Identifier.ValueText;

    /// <summary>The last part of a name, its operands included.</summary>
    public static SimpleNameSyntax Simple(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax alias => alias.Name,
        _ => (SimpleNameSyntax)name,
    };
}
