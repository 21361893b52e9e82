using System.Globalization;
using System.Text;
using NetGen.Compiler.Language;

namespace NetGen.Compiler.Descriptions;

/// <summary>A line of a block description, read from left to right.</summary>
internal sealed class DescriptionTokens(string line)
{
    private static readonly string[] UnarySigns = ["+ ", "- ", "! ", "~ "];

    /// <summary>Longer signs before those that they begin with.</summary>
    private static readonly string[] BinarySigns =
        ["<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "+", "-", "*", "/", "%", "&", "|", "^", "<", ">"];

    /// <summary>Expressions are read by calls within calls; a text with more brackets than this is none of ours.</summary>
    private const int DeepestExpression = 200;

    private int place;
    private int depth;

    /// <summary>What is not read yet.</summary>
    public string Rest => line.Substring(place);

    private char Current => place < line.Length ? line[place] : '\0';

    /// <summary>Reads a text where it stands here.</summary>
    public bool Take(string text)
    {
        if (string.CompareOrdinal(line, place, text, 0, text.Length) != 0)
            return false;
        place += text.Length;
        return true;
    }

    public void Expect(string text)
    {
        if (!Take(text))
            throw Unreadable();
    }

    public void ExpectEnd()
    {
        if (place < line.Length)
            throw Unreadable();
    }

    /// <summary>A name of what C# has in names.</summary>
    public string Name() => While(IsOfName);

    /// <summary>
    /// A full name; those of blocks from further assemblies have the assembly's before a bar, words of C# an @, and one of several blocks
    /// of one name a number.
    /// </summary>
    public string Key() => While(letter => IsOfName(letter) || letter is '.' or '|' or '-' or '@' or BlockDescription.Number);

    /// <summary>
    /// What stands between two brackets, with commas between; nothing where there is no bracket. The reader goes on with each.
    /// </summary>
    public IEnumerable<DescriptionTokens> List(char open, char close)
    {
        if (Current != open)
            yield break;
        do
        {
            place++;
            if (Current == ' ')
                place++;
            yield return this;
        }
        while (Current == ',');
        Expect(close.ToString());
    }

    public ConstantType Type()
    {
        string name = Name();
        foreach (ConstantType type in Enum.GetValues(typeof(ConstantType)))
            if (BlockDescription.TypeName(type) == name)
                return type;
        throw Unreadable();
    }

    /// <summary>The name before " = ", or null.</summary>
    public string? ArgumentName()
    {
        int before = place;
        if (IsOfName(Current) && !char.IsDigit(Current))
        {
            string name = Name();
            if (Take(" = "))
                return name;
        }

        place = before;
        return null;
    }

    public ConstantExpression Expression()
    {
        if (++depth > DeepestExpression)
            throw Unreadable();
        ConstantExpression expression = Current switch
        {
            '(' => Bracketed(),
            '"' => ConstantExpression.Of(ConstantValue.Of(Quoted())),
            '-' or (>= '0' and <= '9') => ConstantExpression.Of(Number()),
            _ => Named(),
        };
        depth--;
        return expression;
    }

    private ConstantExpression Bracketed()
    {
        Expect("(");
        foreach (string sign in UnarySigns)
        {
            if (!Take(sign))
                continue;
            var unary = new UnaryConstant(sign.Trim(), Expression());
            Expect(")");
            return unary;
        }

        ConstantExpression left = Expression();
        Expect(" ");
        ConstantExpression whole;
        if (Take("? "))
        {
            ConstantExpression whenTrue = Expression();
            Expect(" : ");
            whole = new ConditionalConstant(left, whenTrue, Expression());
        }
        else
        {
            string sign = BinarySigns.FirstOrDefault(Take) ?? throw Unreadable();
            Expect(" ");
            whole = new BinaryConstant(sign, left, Expression());
        }

        Expect(")");
        return whole;
    }

    private ConstantExpression Named()
    {
        int before = place;
        string name = Name();
        switch (name)
        {
            case "true" or "false":
                return ConstantExpression.Of(ConstantValue.Of(name == "true"));
            case "NaND":
                return ConstantExpression.Of(ConstantValue.Of(double.NaN));
            case "InfinityD":
                return ConstantExpression.Of(ConstantValue.Of(double.PositiveInfinity));
        }

        if (Current != '(')
            return new NamedConstant(name);
        place = before;
        ConstantType type = Type();
        Expect("(");
        var cast = new CastConstant(type, Expression());
        Expect(")");
        return cast;
    }

    private ConstantValue Number()
    {
        if (Take("-InfinityD"))
            return ConstantValue.Of(double.NegativeInfinity);
        string text = While(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '+');
        string digits = text.Substring(0, text.Length - 1);
        if (text[text.Length - 1] == ConstantText.DoubleSuffix
            && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            return ConstantValue.Of(number);
        if (text[text.Length - 1] == ConstantText.LongSuffix
            && long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long wide))
            return ConstantValue.Of(wide);
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int narrow)
            ? ConstantValue.Of(narrow) : throw Unreadable();
    }

    private string Quoted()
    {
        var text = new StringBuilder();
        for (place++; Current != '"'; place++)
        {
            if (Current == '\0')
                throw Unreadable();
            if (Current == '\\' && place + 1 < line.Length && line[place + 1] == 'u' && place + 6 <= line.Length
                && int.TryParse(line.Substring(place + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code))
            {
                text.Append((char)code);
                place += 5;
                continue;
            }

            if (Current == '\\')
                place++;
            text.Append(Current);
        }

        place++;
        return text.ToString();
    }

    /// <summary>Letters, digits, the marks that stand on letters, and what joins words.</summary>
    private static bool IsOfName(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.Format;

    private string While(Func<char, bool> belongs)
    {
        int start = place;
        while (place < line.Length && belongs(line[place]))
            place++;
        return place > start ? line.Substring(start, place - start) : throw Unreadable();
    }

    private FormatException Unreadable() => new($"'{line}' cannot be read from '{Rest}' on");
}
