using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes.Edits;

/// <summary>Adds a block inside a class, whose body is opened where it has none.</summary>
internal static class NestedBlocks
{
    /// <summary>A name that no member of the class has: Projection, Projection2, …</summary>
    public static string FreeName(TypeDeclarationSyntax declaration, string wanted)
    {
        var taken = new HashSet<string>(
            declaration.Members.OfType<BaseTypeDeclarationSyntax>().Select(member => member.Identifier.ValueText));
        string name = wanted;
        for (int number = 2; taken.Contains(name); number++)
            name = wanted + number;
        return name;
    }

    /// <summary>Adds "[layers] partial class name : Block;" as the last member.</summary>
    public static SourceEdit Add(FaultPlace place, TypeDeclarationSyntax declaration, string layers, string name, string baseClass)
    {
        string newLine = Lines.Break(place.Text);
        string indent = Lines.Indent(place.Text, declaration.SpanStart);
        string block = $"{indent}    [{layers}]{newLine}{indent}    partial class {name} : {baseClass};{newLine}";
        if (declaration.OpenBraceToken.IsKind(SyntaxKind.None))
            return place.Replace(declaration.SemicolonToken.Span, $"{newLine}{indent}{{{newLine}{block}{indent}}}");
        TextLine last = place.Text.Lines.GetLineFromPosition(declaration.CloseBraceToken.SpanStart);
        return place.Insert(last.Start, declaration.Members.Count > 0 ? newLine + block : block);
    }
}
