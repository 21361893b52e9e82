using System.Text;

namespace NetGen.Benchmarks.Report;

/// <summary>A table as text that people read in a terminal and a README takes as it is: words to the left, numbers to the right.</summary>
/// <param name="words">How many of the first columns hold words.</param>
/// <param name="head">The names of the columns.</param>
internal sealed class MarkdownTable(int words, params string[] head)
{
    private readonly List<string[]> rows = [head];

    public void Add(params string[] cells) => rows.Add(cells);

    /// <inheritdoc/>
    public override string ToString()
    {
        int[] widths = [.. head.Select((_, column) => Math.Max(3, rows.Max(row => row[column].Length)))];
        var text = new StringBuilder();
        for (int row = 0; row < rows.Count; row++)
        {
            Append(text, rows[row].Select((cell, column) => column < words ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])));
            if (row == 0)
                Append(text, widths.Select((width, column) => column < words ? new string('-', width) : new string('-', width - 1) + ":"));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
