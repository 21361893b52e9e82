using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes.Edits;

/// <summary>Edits of attributes and their arguments as text, commas and lines included.</summary>
internal static class AttributeEdits
{
    /// <summary>Inserts attributes, which are written with their namespace where this one is.</summary>
    public static SourceEdit InsertBefore(FaultPlace place, AttributeSyntax attribute, string inserted) =>
        place.Insert(attribute.SpanStart, Qualifiers.Apply(attribute, inserted) + ", ");

    /// <summary>Inserts attributes, which are written with their namespace where this one is.</summary>
    public static SourceEdit InsertAfter(FaultPlace place, AttributeSyntax attribute, string inserted) =>
        place.Insert(attribute.Span.End, ", " + Qualifiers.Apply(attribute, inserted));

    /// <summary>Leaves an attribute out; alone in its brackets, it takes them and their line with it.</summary>
    public static SourceEdit Remove(FaultPlace place, AttributeSyntax attribute)
    {
        if (attribute.Parent is AttributeListSyntax { Attributes.Count: > 1 } list)
            return place.Replace(InList(list.Attributes, attribute), "");
        return place.Replace(WithLine(place.Text, attribute.Parent?.Span ?? attribute.Span), "");
    }

    /// <summary>Leaves a whole list out, with its line where it stands alone.</summary>
    public static SourceEdit Remove(FaultPlace place, AttributeListSyntax list) => place.Replace(WithLine(place.Text, list.Span), "");

    /// <summary>Leaves an argument out; the only one takes the parentheses with it.</summary>
    public static SourceEdit Remove(FaultPlace place, AttributeArgumentSyntax argument)
    {
        if (argument.Parent is AttributeArgumentListSyntax { Arguments.Count: > 1 } list)
            return place.Replace(InList(list.Arguments, argument), "");
        return place.Replace(argument.Parent?.Span ?? argument.Span, "");
    }

    /// <summary>Writes "Name = value", in the place of an argument of that name or as the last.</summary>
    public static SourceEdit SetArgument(FaultPlace place, AttributeSyntax attribute, string argument)
    {
        string name = argument.Substring(0, argument.IndexOf(' '));
        argument = Qualifiers.ApplyToArgument(attribute, argument);
        if (attribute.ArgumentList is not { } list)
            return place.Insert(attribute.Span.End, $"({argument})");
        AttributeArgumentSyntax? written = list.Arguments.FirstOrDefault(
            candidate => candidate.NameEquals?.Name.Identifier.ValueText == name);
        if (written is not null)
            return place.Replace(written.Span, argument);
        return place.Insert(list.CloseParenToken.SpanStart, list.Arguments.Count > 0 ? ", " + argument : argument);
    }

    /// <summary>The span of an item with the comma that goes with it.</summary>
    private static TextSpan InList<T>(SeparatedSyntaxList<T> list, T item)
        where T : SyntaxNode
    {
        int index = list.IndexOf(item);
        return index < list.Count - 1
            ? TextSpan.FromBounds(item.SpanStart, list[index + 1].SpanStart)
            : TextSpan.FromBounds(list[index - 1].Span.End, item.Span.End);
    }

    /// <summary>The span, with its line where nothing else stands on it.</summary>
    private static TextSpan WithLine(SourceText text, TextSpan span)
    {
        TextLine first = text.Lines.GetLineFromPosition(span.Start);
        TextLine last = text.Lines.GetLineFromPosition(span.End);
        bool isAlone = IsBlank(text, first.Start, span.Start) && IsBlank(text, span.End, last.End);
        if (isAlone)
            return TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);
        int end = span.End;
        while (end < last.End && text[end] == ' ')
            end++;
        return TextSpan.FromBounds(span.Start, end);
    }

    private static bool IsBlank(SourceText text, int start, int end)
    {
        for (int index = start; index < end; index++)
            if (!char.IsWhiteSpace(text[index]))
                return false;
        return true;
    }
}
