using System.Text;

namespace NetGen.Mutations.Mutating;

/// <summary>Mutates the lines and characters of a text, and its encoding.</summary>
internal static class TextMutation
{
    /// <summary>Mutates a valid file.</summary>
    public static byte[] Of(byte[] file, Draw draw)
    {
        List<string> lines = [.. Encoding.UTF8.GetString(file).Split('\n')];
        for (int changes = draw.Of(1, 1, 2, 3); changes > 0; changes--)
            Change(lines, draw);
        string end = draw.Of("\n", "\n", "\n", "\r\n", "\r", "\u0085", "\u2028", "\0");
        Encoding encoding = draw.Of<Encoding>(
            Encoding.UTF8, Encoding.UTF8, Encoding.UTF8, Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32,
            Encoding.Latin1);
        bool isMarked = draw.OneIn(4);
        draw.Note($"lines end by U+{(int)end[^1]:X4}, {encoding.WebName}{(isMarked ? " with a mark" : "")}");
        return [.. isMarked ? encoding.GetPreamble() : [], .. encoding.GetBytes(string.Join(end, lines))];
    }

    private static void Change(List<string> lines, Draw draw)
    {
        int at = draw.Below(lines.Count);
        switch (draw.Below(5))
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
                char from = draw.Of('\t', ' ', 'e', '.');
                char to = draw.Of('\t', ' ', '\0', '\r', '\u00A0', '\u0301', '\u0130', '\uFEFF', '\u200B');
                draw.Note($"U+{(int)from:X4} became U+{(int)to:X4} in line {at}");
                lines[at] = lines[at].Replace(from, to);
                break;
            default:
                string odd = draw.Of(
                    "\t", "\t\t", "'", "\u2019s", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", "\u0301\u0301\u0301", "\u0130\u1E9E",
                    new string('x', 70_000), new string(' ', 70_000), new string('\u0301', 5_000),
                    string.Concat(Enumerable.Repeat("ab", 9_000)), "good", "other", "\u00DF\uFB03", "\u0663", "\uFFFD", "\uFFFF");
                int position = draw.Below(lines[at].Length + 1);
                draw.Note($"{odd.Length} characters from U+{(int)odd[0]:X4} on inserted at {position} of line {at}");
                lines[at] = lines[at].Insert(position, odd);
                break;
        }
    }
}
