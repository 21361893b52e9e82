using System.Globalization;
using System.Text.RegularExpressions;

namespace NetGen.Mutations.Mutating;

/// <summary>Mutates the tokens of a JSON text: numbers, texts and what stands between commas.</summary>
internal static partial class JsonMutation
{
    /// <summary>Changes one token or part, or a few.</summary>
    public static string Of(string json, Draw draw)
    {
        for (int changes = draw.Of(1, 1, 2, 3); changes > 0; changes--)
            json = Change(json, draw);
        return json;
    }

    [GeneratedRegex("""
        "(?:\\.|[^"\\])*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null
        """, RegexOptions.CultureInvariant)]
    private static partial Regex Token { get; }

    private static string Change(string json, Draw draw)
    {
        MatchCollection tokens = Token.Matches(json);
        if (tokens.Count == 0)
            return json;
        Match token = tokens[draw.Below(tokens.Count)], other = tokens[draw.Below(tokens.Count)];
        switch (draw.Below(5))
        {
            case 0:
                string number = Number(draw);
                Match[] numbers = [.. tokens.Where(found => char.IsAsciiDigit(found.Value[0]) || found.Value[0] == '-')];
                return Replaced(numbers.Length == 0 ? token : numbers[draw.Below(numbers.Length)], number);
            case 1:
                return Replaced(token, other.Value);
            case 2:
                return Replaced(token, Odd(draw));
            case 3:
                (int begin, int end) = Between(json, token.Index);
                draw.Note($"'{json[begin..end]}' removed");
                return json.Remove(begin, end - begin);
            default:
                (int first, int last) = Between(json, token.Index);
                draw.Note($"'{json[first..last]}' repeated");
                return json.Insert(last, "," + json[first..last]);
        }

        string Replaced(Match found, string text)
        {
            draw.Note($"'{found.Value}' at {found.Index} became '{(text.Length > 60 ? text[..60] : text)}'");
            return string.Concat(json.AsSpan(0, found.Index), text, json.AsSpan(found.Index + found.Length));
        }
    }

    private static string Number(Draw draw)
    {
        string text = ExtremeNumber.Of(draw).ToString(CultureInfo.InvariantCulture);
        return draw.Below(5) switch
        {
            0 => "-" + text,
            1 => text + "e300",
            2 => text + ".5",
            _ => text,
        };
    }

    private static string Odd(Draw draw) => draw.Of(
        "null", "true", "[]", "{}", "\"\"", "\"NaN\"", "\"Infinity\"", "\"\\ud800\"", "\"\\u0000\"", "1e400", "-1", "[[1]]", "nul",
        new string('[', 200), "\"" + new string('x', 300) + "\"", "\"" + string.Concat(Enumerable.Repeat("module.", 60)) + "x\"");

    /// <summary>The text around a place up to the nearest comma or bracket.</summary>
    private static (int Begin, int End) Between(string json, int at)
    {
        ReadOnlySpan<char> borders = ",[]{}";
        int begin = json.AsSpan(0, at).LastIndexOfAny(borders) + 1, length = json.AsSpan(at).IndexOfAny(borders);
        return (begin, length < 0 ? json.Length : at + length);
    }
}
