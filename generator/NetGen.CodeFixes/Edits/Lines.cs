using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes.Edits;

/// <summary>How a document breaks and indents its lines.</summary>
internal static class Lines
{
    /// <summary>The document's line break, that of its first line.</summary>
    public static string Break(SourceText text) => text.Lines[0].EndIncludingLineBreak - text.Lines[0].End == 2 ? "\r\n" : "\n";

    /// <summary>The blanks at the beginning of the line in which a position is.</summary>
    public static string Indent(SourceText text, int position)
    {
        string line = text.ToString(text.Lines.GetLineFromPosition(position).Span);
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
