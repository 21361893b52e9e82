namespace NetGen.Tests.Kernels;

internal sealed partial class StripWriter
{
    /// <summary>The characters of a line in all of the repository's sources.</summary>
    private const int LongestLine = 140;

    private void Line(string line = "")
    {
        if (line.Length > 0)
            line = new string(' ', 4 * depth) + line;
        text.Append(line.Length <= LongestLine || line.Contains('\n', StringComparison.Ordinal) ? line : Wrapped(line)).Append('\n');
    }

    private void Summary(string summary)
    {
        string line = $"/// <summary>{summary}</summary>";
        if ((4 * depth) + line.Length <= LongestLine)
        {
            Line(line);
            return;
        }

        Line("/// <summary>");
        string part = "///";
        foreach (string word in summary.Split(' '))
        {
            if ((4 * depth) + part.Length + 1 + word.Length > LongestLine)
            {
                Line(part);
                part = "///";
            }

            part += " " + word;
        }

        Line(part);
        Line("/// </summary>");
    }

    /// <summary>
    /// A long line in several: a list of declarations goes on behind a comma, and what stands in a call's or a method's parentheses has
    /// lines of its own.
    /// </summary>
    private static string Wrapped(string line)
    {
        string indentation = "\n" + new string(' ', line.Length - line.TrimStart().Length + 4);
        List<int> ends = Commas(line, from: 0);
        int start = 0;
        string wrapped = "";
        if (ends.Count == 0)
        {
            start = line.IndexOf('(', StringComparison.Ordinal) + 1;
            wrapped = line[..start] + indentation;
            ends = Commas(line, start);
        }

        ends.Add(line.Length);
        int width = start == 0 ? 0 : indentation.Length - 1;
        foreach (int end in ends)
        {
            string part = line[start..end];
            if (width + part.Length > LongestLine)
            {
                wrapped = wrapped.TrimEnd(' ') + indentation;
                part = part.TrimStart();
                width = indentation.Length - 1;
            }

            wrapped += part;
            width += part.Length;
            start = end;
        }

        return wrapped;
    }

    /// <summary>Where commas end, from a place on, outside of parentheses and of lists of type arguments.</summary>
    private static List<int> Commas(string line, int from)
    {
        List<int> ends = [];
        int inside = 0;
        for (int i = from; i < line.Length; i++)
        {
            if (line[i] is '(' or '[' || (line[i] == '<' && char.IsLetterOrDigit(line[i - 1])))
                inside++;
            else if (line[i] is ')' or ']' || (line[i] == '>' && line[i - 1] != ' '))
                inside--;
            else if (line[i] == ',' && inside == 0)
                ends.Add(i + 1);
        }

        return ends;
    }
}
