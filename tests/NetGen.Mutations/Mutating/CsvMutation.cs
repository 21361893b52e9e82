using System.Text;

namespace NetGen.Mutations.Mutating;

/// <summary>Mutates the rows and fields of a CSV file, its encoding and its separators.</summary>
internal static class CsvMutation
{
    /// <summary>Mutates a valid file.</summary>
    public static byte[] Of(byte[] file, Draw draw)
    {
        List<string> lines = [.. Encoding.UTF8.GetString(file).Split('\n')];
        for (int changes = draw.Of(1, 1, 2, 3); changes > 0; changes--)
            Change(lines, draw);
        string end = draw.Of("\n", "\n", "\n", "\r\n", "\r");
        Encoding encoding = draw.Of<Encoding>(
            Encoding.UTF8, Encoding.UTF8, Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1);
        bool isMarked = draw.OneIn(4);
        draw.Note($"lines end by {end.Length} characters, {encoding.WebName}{(isMarked ? " with a mark" : "")}");
        return [.. isMarked ? encoding.GetPreamble() : [], .. encoding.GetBytes(string.Join(end, lines))];
    }

    private static void Change(List<string> lines, Draw draw)
    {
        int at = draw.Below(lines.Count);
        switch (draw.Below(6))
        {
            case 0:
                draw.Note($"line {at} removed");
                lines.RemoveAt(at);
                if (lines.Count == 0)
                    lines.Add("");
                break;
            case 1:
                int times = lines[at].Length > 200 || lines.Count > 200 ? 1 : draw.Of(1, 3, 100);
                draw.Note($"line {at} repeated {times} times");
                lines.InsertRange(at, Enumerable.Repeat(lines[at], times));
                break;
            case 2:
                char from = draw.Of(',', ';', '"', '.'), to = draw.Of(',', ';', '\t', '|', '"', '\0', '\u00E4', '\uFEFF', ' ');
                draw.Note($"'{from}' became U+{(int)to:X4} in line {at}");
                lines[at] = lines[at].Replace(from, to);
                break;
            default:
                string[] fields = lines[at].Split(',', ';');
                int field = draw.Below(fields.Length);
                string odd = draw.Of(
                    "", "NA", "nan", "inf", "-Infinity", "1e39", "1e-60", "-1", "-2", "1,5", "\"", "\"\"", "\"a", "a\"b", "\"a\"b\"",
                    "0x10", "\u0663", new string('9', 400), new string('x', 70_000), new string(',', 300), "Adelie", "Other", "\0",
                    "species");
                draw.Note($"field {field} of line {at} is '{(odd.Length > 60 ? $"{odd[0]} {odd.Length} times" : odd)}'");
                fields[field] = odd;
                lines[at] = string.Join(lines[at].Contains(';', StringComparison.Ordinal) ? ';' : ',', fields);
                break;
        }
    }
}
