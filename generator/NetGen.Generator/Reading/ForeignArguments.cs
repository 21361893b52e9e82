using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Layers;

namespace NetGen.Generator.Reading;

/// <summary>
/// Arguments of a layer that are written as PyTorch or Keras has them, for which C# has an error that does not help: the size that comes in
/// first, options by position, keywords in lower case. They are read as what is meant.
/// </summary>
/// <param name="Arguments">The layer's own arguments, those of its constructor first, in its order and without a name.</param>
/// <param name="In">The size that comes in, where it was written by its position; it is not among the arguments.</param>
internal sealed record ForeignArguments(IReadOnlyList<(string? Name, ExpressionSyntax Value)> Arguments, ExpressionSyntax? In)
{
    // A PyTorch dim counts the batch, and what it names is here the axis that is taken without it.
    private static readonly string[] Needless = ["dim", "startdim", "enddim"];

    /// <summary>The attribute as it is probably meant: "Conv2d(64, 4, Stride = 2)".</summary>
    public string Text(AttributeSyntax attribute, bool statesIn = false)
    {
        IEnumerable<string> texts = Arguments.Select(
            argument => argument.Name is null ? argument.Value.ToString() : $"{argument.Name} = {argument.Value}");
        if (statesIn)
            texts = texts.Append($"In = {In}");
        string list = string.Join(", ", texts);
        return list.Length > 0 ? $"{attribute.Name}({list})" : attribute.Name.ToString();
    }

    /// <summary>The arguments as they are meant; null where they are the layer's own, or nobody's.</summary>
    public static ForeignArguments? Of(AttributeSyntax attribute, INamedTypeSymbol layer, string kind)
    {
        if (attribute.ArgumentList is not { Arguments: { Count: > 0 } written } || layer.TypeParameters.Length > 0
            || attribute.ContainsDiagnostics || !IsForeign(written, layer))
            return null;
        List<AttributeArgumentSyntax> byPosition =
            [.. written.Where(argument => argument.NameColon is null && argument.NameEquals is null)];
        if (Names(byPosition.Count, written, layer, kind) is not { } names)
            return null;
        var meant = new Dictionary<string, ExpressionSyntax>(StringComparer.OrdinalIgnoreCase);
        ExpressionSyntax? incoming = null;
        for (int index = 0; index < byPosition.Count; index++)
        {
            if (names[index] == "In")
                incoming = byPosition[index].Expression;
            else if (names[index] != "-")
                meant[names[index]] = Value(byPosition[index].Expression);
        }

        foreach (AttributeArgumentSyntax argument in written.Except(byPosition))
        {
            string keyword = Plain(argument.NameColon?.Name.Identifier.ValueText ?? argument.NameEquals!.Name.Identifier.ValueText);
            if (Needless.Contains(keyword))
                continue;
            string name = OtherFrameworkOptions.Find(keyword)?.In(Named(layer)) ?? keyword;
            if (meant.ContainsKey(name))
                return null;
            meant[name] = Value(argument.Expression);
        }

        return Arranged(meant, layer) is { } arranged ? new ForeignArguments(arranged, incoming) : null;
    }

    /// <summary>Whether C# finds no constructor for the arguments. An unknown property is another diagnostic.</summary>
    private static bool IsForeign(SeparatedSyntaxList<AttributeArgumentSyntax> written, INamedTypeSymbol layer) =>
        written.Count(argument => argument.NameColon is null && argument.NameEquals is null) > Parameters(layer)
        || written.Any(argument => IsPythons(argument.Expression)
            || (argument.NameColon is { } colon && !layer.InstanceConstructors.Any(
                constructor => constructor.Parameters.Any(parameter => parameter.Name == colon.Name.Identifier.ValueText))));

    /// <summary>
    /// What the arguments without a name are: PyTorch's where there are more than the layer has, or where a keyword of PyTorch follows so
    /// many.
    /// </summary>
    private static IReadOnlyList<string>? Names(
        int count, SeparatedSyntaxList<AttributeArgumentSyntax> written, INamedTypeSymbol layer, string kind)
    {
        IReadOnlyList<string>? order = LayerCatalog.Find(kind)?.PyTorchOrder;
        bool hasIn = order?[0] == "In";
        bool hasKeyword = written.Any(argument => argument.NameColon is not null);
        if (count > Parameters(layer) || (hasIn && hasKeyword && count == Math.Min(3, order!.Count) && count == Parameters(layer)))
            return order?.Count >= count ? order : null;
        return layer.InstanceConstructors.Where(constructor => constructor.Parameters.Length >= count)
            .OrderBy(constructor => constructor.Parameters.Length)
            .FirstOrDefault()?.Parameters.Select(parameter => parameter.Name).ToList();
    }

    /// <summary>
    /// The arguments of the constructor that takes most of them, in its order, and the others by the names of properties; null where there
    /// is no such.
    /// </summary>
    private static List<(string? Name, ExpressionSyntax Value)>? Arranged(
        Dictionary<string, ExpressionSyntax> meant, INamedTypeSymbol layer)
    {
        IMethodSymbol? constructor = layer.InstanceConstructors
            .Where(candidate => candidate.Parameters.All(parameter => parameter.IsOptional || meant.ContainsKey(parameter.Name)))
            .OrderByDescending(candidate => candidate.Parameters.Count(parameter => meant.ContainsKey(parameter.Name))).FirstOrDefault();
        if (constructor is null)
            return null;
        var arranged = new List<(string?, ExpressionSyntax)>();
        foreach (IParameterSymbol parameter in constructor.Parameters.TakeWhile(parameter => meant.ContainsKey(parameter.Name)))
        {
            arranged.Add((null, meant[parameter.Name]));
            meant.Remove(parameter.Name);
        }

        foreach (KeyValuePair<string, ExpressionSyntax> argument in meant)
        {
            if (LayerProperties.Of(layer)
                .FirstOrDefault(property => property.Name.Equals(argument.Key, StringComparison.OrdinalIgnoreCase)) is not { } property
                || OfType(property.Type, argument.Value) is not { } value)
                return null;
            arranged.Add((property.Name, value));
        }

        return arranged;
    }

    private static IEnumerable<string> Named(INamedTypeSymbol layer) =>
        layer.InstanceConstructors.SelectMany(constructor => constructor.Parameters.Select(parameter => parameter.Name))
            .Concat(LayerProperties.Of(layer).Select(property => property.Name));

    private static int Parameters(INamedTypeSymbol layer) => layer.InstanceConstructors.Max(constructor => constructor.Parameters.Length);

    /// <summary>A name that PyTorch has as text is the enumeration's value of that name; null where it has none.</summary>
    private static ExpressionSyntax? OfType(ITypeSymbol type, ExpressionSyntax value)
    {
        if (type.TypeKind != TypeKind.Enum || value is not LiteralExpressionSyntax literal)
            return value;
        if (literal.Token.Value is not string text)
            return null;
        IFieldSymbol? member = type.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Plain(field.Name) == Plain(text));
        return member is null ? null : SyntaxFactory.ParseExpression($"{type.Name}.{member.Name}");
    }

    private static bool IsPythons(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax { Identifier.ValueText: "True" or "False" };

    private static ExpressionSyntax Value(ExpressionSyntax expression) => expression is IdentifierNameSyntax name && IsPythons(expression)
        ? SyntaxFactory.LiteralExpression(
            name.Identifier.ValueText == "True" ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression)
        : expression;

    private static string Plain(string keyword) => keyword.Replace("_", "").ToLowerInvariant();
}
