using System.Globalization;
using System.Text;
using NetGen.Compiler.Language;

namespace NetGen.Compiler.Descriptions;

/// <summary>Constant expressions as the text of block descriptions has them: 3, 3L, 0.5D, true, "a", Width, (Width * 4), int(…).</summary>
internal static class ConstantText
{
    public const char LongSuffix = 'L';
    public const char DoubleSuffix = 'D';

    public static string Of(ConstantExpression expression) => expression switch
    {
        LiteralConstant literal => Of(literal.Value),
        NamedConstant named => named.Name,
        UnaryConstant unary => $"({unary.Operator} {Of(unary.Operand)})",
        CastConstant cast => $"{BlockDescription.TypeName(cast.Type)}({Of(cast.Operand)})",
        BinaryConstant binary => $"({Of(binary.Left)} {binary.Operator} {Of(binary.Right)})",
        ConditionalConstant conditional => $"({Of(conditional.Condition)} ? {Of(conditional.WhenTrue)} : {Of(conditional.WhenFalse)})",
        _ => throw new ArgumentException($"{expression} cannot be described", nameof(expression)),
    };

    private static string Of(ConstantValue value) => value.Type switch
    {
        ConstantType.Int => value.Integer.ToString(CultureInfo.InvariantCulture),
        ConstantType.Long => value.Integer.ToString(CultureInfo.InvariantCulture) + LongSuffix,
        ConstantType.Double => value.Number.ToString("R", CultureInfo.InvariantCulture) + DoubleSuffix,
        ConstantType.Bool => value.IsTrue ? "true" : "false",
        _ => Quoted(value.Text),
    };

    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (char letter in value)
        {
            if (letter is '"' or '\\')
                text.Append('\\').Append(letter);
            else if (letter is < ' ' or > '~')
                text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(letter);
        }

        return text.Append('"').ToString();
    }
}
