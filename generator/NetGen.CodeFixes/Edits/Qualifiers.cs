using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes.Edits;

/// <summary>
/// Where attributes are written with their namespace, so are those that a fix inserts: NetGen.Flatten beside NetGen.Linear.
/// </summary>
internal static class Qualifiers
{
    /// <summary>What stands before the attribute's own name, its dot or colons included: "NetGen.", "global::NetGen.", or "".</summary>
    public static string Of(AttributeSyntax attribute)
    {
        string written = attribute.Name.ToString();
        SimpleNameSyntax simple = ElementReader.Simple(attribute.Name);
        return written.Substring(0, simple.SpanStart - attribute.Name.SpanStart);
    }

    /// <summary>Attributes, "Flatten" or "MSE(Target = Target.Input)", as they are written beside this one.</summary>
    public static string Apply(AttributeSyntax neighbour, string attributes)
    {
        string qualifier = Of(neighbour);
        if (qualifier.Length == 0
            || SyntaxFactory.ParseMemberDeclaration($"[{attributes}] class C;") is not TypeDeclarationSyntax { AttributeLists: [{ } list] })
            return attributes;
        return string.Join(
            ", ", list.Attributes.Select(attribute => qualifier + ApplyToValues(qualifier, attribute.ToString(), attribute)));
    }

    /// <summary>An argument, "Target = Target.Input", as it is written in this attribute.</summary>
    public static string ApplyToArgument(AttributeSyntax attribute, string argument)
    {
        string qualifier = Of(attribute);
        return qualifier.Length > 0 && SyntaxFactory.ParseAttributeArgumentList($"({argument})") is { } list
            ? Trimmed(ApplyToValues(qualifier, list.ToString(), list)) : argument;

        static string Trimmed(string list) => list.Substring(1, list.Length - 2);
    }

    /// <summary>Members of enumerations, the last one first so that places before it stay.</summary>
    private static string ApplyToValues(string qualifier, string text, Microsoft.CodeAnalysis.SyntaxNode node)
    {
        foreach (MemberAccessExpressionSyntax value in node.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Reverse())
            text = text.Insert(value.SpanStart - node.SpanStart, qualifier);
        return text;
    }
}
