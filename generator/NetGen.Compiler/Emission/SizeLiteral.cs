using System.Globalization;

namespace NetGen.Compiler.Emission;

/// <summary>A number in a method's body: a size, a stride, a count. Methods that differ in these may be one, which gets them.</summary>
/// <param name="Start">Where it stands in the body.</param>
/// <param name="Text">What stands there.</param>
/// <param name="Tensor">The local that it says something of: a part of the name of its parameter; nothing where it stands alone.</param>
/// <param name="Role">What it says.</param>
internal sealed record SizeLiteral(int Start, string Text, string Tensor, string Role)
{
    private const string Number = "#";
    private static readonly char[] Statement = [';', '{'];

    /// <summary>What a strided copy states of each axis.</summary>
    private static readonly string[] OfAxis = ["size", "sourceStride", "destinationStride"];

    /// <summary>Whether it is a float.</summary>
    public bool IsFloat => Text[Text.Length - 1] == 'f';

    /// <summary>The type of the parameter that stands for it.</summary>
    public string Type => IsFloat ? "float" : int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? "int" : "long";

    /// <summary>The numbers between the braces of a method; those of what is printed behind it are its own.</summary>
    public static IReadOnlyList<SizeLiteral> In(string body)
    {
        var found = new List<SizeLiteral>();
        int end = EndOfBlock(body);
        for (int start = 0; start < end;)
        {
            if (!Identifiers.IsPart(body[start]))
            {
                start++;
                continue;
            }

            int next = start + 1;
            while (next < end && Identifiers.IsPart(body[next]))
                next++;
            if (IsNumber(body, start, next))
                found.Add(Of(body, start, next));
            start = next;
        }

        return found;
    }

    /// <summary>The body with other texts in the places of its numbers.</summary>
    public static string Replaced(string body, IReadOnlyList<SizeLiteral> literals, Func<int, string> text)
    {
        var parts = new List<string>();
        int copied = 0;
        for (int index = 0; index < literals.Count; index++)
        {
            parts.Add(body.Substring(copied, literals[index].Start - copied));
            parts.Add(text(index));
            copied = literals[index].Start + literals[index].Text.Length;
        }

        parts.Add(body.Substring(copied));
        return string.Concat(parts);
    }

    /// <summary>The body without its numbers.</summary>
    public static string Pattern(string body, IReadOnlyList<SizeLiteral> literals) =>
        Replaced(body, literals, index => literals[index].IsFloat ? Number + "f" : Number);

    private static int EndOfBlock(string body)
    {
        int brace = body.IndexOf('{');
        int end = brace < 0 ? -1 : body.IndexOf("\n" + body.Substring(0, brace) + "}\n", StringComparison.Ordinal);
        return end < 0 ? 0 : end;
    }

    // 1E-05f and 0.5f are no sizes, and a mask's 3221225472u has a type of its own.
    private static bool IsNumber(string body, int start, int end)
    {
        int digits = end;
        if (body[end - 1] == 'f')
            digits--;
        for (int index = start; index < digits; index++)
            if (body[index] is < '0' or > '9')
                return false;
        return digits > start && body[end] != '.' && body[start - 1] is not ('.' or '-' or '+');
    }

    private static SizeLiteral Of(string body, int start, int end)
    {
        string text = body.Substring(start, end - start);
        int statement = body.LastIndexOfAny(Statement, start) + 1;
        string before = body.Substring(statement, start - statement).TrimEnd();
        int reference = before.LastIndexOf("ref ", StringComparison.Ordinal);
        string behind = reference < 0 ? "" : before.Substring(reference + "ref ".Length);
        int length = 0;
        while (length < behind.Length && Identifiers.IsPart(behind[length]))
            length++;
        string tensor = behind.Substring(0, length), between = behind.Substring(length);
        if (Argument(before) is { Length: > 0 } argument)
            return new(start, text, tensor, argument);
        if (before.EndsWith("begin *", StringComparison.Ordinal) || before.EndsWith("end *", StringComparison.Ordinal))
            return new(start, text, "", "rows");
        if (before.EndsWith("Samples *", StringComparison.Ordinal))
            return new(start, text, "", "rowsOfSample");
        if (between.IndexOf('[') >= 0)
        {
            int part = before.Substring(before.LastIndexOf('(')).Count(letter => letter == ',');
            return new(start, text, "", part < OfAxis.Length ? OfAxis[part] : "size");
        }

        if (before.EndsWith(" 0,", StringComparison.Ordinal))
            return new(start, text, "", "count");
        bool isStart = between == "," && before.Substring(0, reference).EndsWith("Unsafe.Add(", StringComparison.Ordinal);
        return tensor.Length == 0 ? new(start, text, "", "size") : new(start, text, tensor, isStart ? "first" : "stride");
    }

    /// <summary>The name before the colon at the end; nothing where there is none.</summary>
    private static string Argument(string before)
    {
        if (!before.EndsWith(":", StringComparison.Ordinal))
            return "";
        int start = before.Length - 1;
        while (start > 0 && Identifiers.IsPart(before[start - 1]))
            start--;
        return before.Substring(start, before.Length - 1 - start);
    }
}
