namespace NetGen.Compiler.Language;

/// <summary>
/// Works out constant expressions as C# does in a checked context: integers of 32 and 64 bits, doubles, Booleans, strings;
/// int widens to long, and both to double.
/// </summary>
internal static class ConstantEvaluator
{
    /// <summary>The value, or null where C# has an error to report or a name is not known.</summary>
    /// <param name="expression">What to work out.</param>
    /// <param name="valueOf">The value of a name, or null.</param>
    /// <exception cref="ConstantException">There is no value: a division by zero, or an overflow.</exception>
    public static ConstantValue? Evaluate(ConstantExpression expression, Func<string, ConstantValue?> valueOf)
    {
        switch (expression)
        {
            case LiteralConstant literal:
                return literal.Value;
            case NamedConstant named:
                return valueOf(named.Name);
            case UnaryConstant unary:
                return Evaluate(unary.Operand, valueOf) is { } operand ? Unary(unary.Operator, operand) : null;
            case CastConstant cast:
                return Evaluate(cast.Operand, valueOf) is { } source ? Cast(cast.Type, source) : null;
            case ConditionalConstant conditional:
                return Conditional(conditional, valueOf);
            case BinaryConstant { Operator: "&&" or "||" } logical:
                return Logical(logical, valueOf);
            case BinaryConstant binary:
                return Evaluate(binary.Left, valueOf) is { } left && Evaluate(binary.Right, valueOf) is { } right
                    ? Binary(binary.Operator, left, right)
                    : null;
            default:
                return null;
        }
    }

    private static ConstantValue? Conditional(ConditionalConstant conditional, Func<string, ConstantValue?> valueOf)
    {
        if (Evaluate(conditional.Condition, valueOf) is not { Type: ConstantType.Bool } condition)
            return null;
        return Evaluate(condition.IsTrue ? conditional.WhenTrue : conditional.WhenFalse, valueOf);
    }

    /// <summary>The right side is worked out only where it counts, so that "W != 0 &amp;&amp; N / W > 1" has a value.</summary>
    private static ConstantValue? Logical(BinaryConstant logical, Func<string, ConstantValue?> valueOf)
    {
        if (Evaluate(logical.Left, valueOf) is not { Type: ConstantType.Bool } left)
            return null;
        if (left.IsTrue == (logical.Operator == "||"))
            return left;
        return Evaluate(logical.Right, valueOf) is { Type: ConstantType.Bool } right ? right : null;
    }

    private static ConstantValue? Unary(string sign, ConstantValue operand) => (sign, operand.Type) switch
    {
        ("!", ConstantType.Bool) => ConstantValue.Of(!operand.IsTrue),
        ("~", ConstantType.Int) => ConstantValue.Of(~(int)operand.Integer),
        ("~", ConstantType.Long) => ConstantValue.Of(~operand.Integer),
        ("+", _) when operand.IsNumber => operand,
        ("-", ConstantType.Double) => ConstantValue.Of(-operand.Number),
        ("-", ConstantType.Int) => Int(-operand.Integer),
        ("-", ConstantType.Long) => Long(() => checked(-operand.Integer)),
        _ => null,
    };

    private static ConstantValue? Binary(string sign, ConstantValue left, ConstantValue right)
    {
        if (left.Type == ConstantType.String || right.Type == ConstantType.String)
            return Strings(sign, left, right);
        if (left.Type == ConstantType.Bool && right.Type == ConstantType.Bool)
            return Booleans(sign, left.IsTrue, right.IsTrue);
        if (!left.IsNumber || !right.IsNumber)
            return null;
        if (sign is "<<" or ">>")
            return Shift(sign, left, right);
        if (left.Type == ConstantType.Double || right.Type == ConstantType.Double)
            return Doubles(sign, left.AsDouble, right.AsDouble);
        return Integers(sign, left, right);
    }

    private static ConstantValue? Strings(string sign, ConstantValue left, ConstantValue right) => sign switch
    {
        "+" => ConstantValue.Of(Joined(left) + Joined(right)),
        "==" when left.Type == right.Type => ConstantValue.Of(left.Text == right.Text),
        "!=" when left.Type == right.Type => ConstantValue.Of(left.Text != right.Text),
        _ => null,
    };

    private static string Joined(ConstantValue value) => value.Type == ConstantType.String ? value.Text : value.ToString();

    private static ConstantValue? Booleans(string sign, bool left, bool right) => sign switch
    {
        "==" => ConstantValue.Of(left == right),
        "!=" or "^" => ConstantValue.Of(left != right),
        "&" => ConstantValue.Of(left & right),
        "|" => ConstantValue.Of(left | right),
        _ => null,
    };

    private static ConstantValue? Doubles(string sign, double left, double right) => sign switch
    {
        "+" => ConstantValue.Of(left + right),
        "-" => ConstantValue.Of(left - right),
        "*" => ConstantValue.Of(left * right),
        "/" => ConstantValue.Of(left / right),
        "%" => ConstantValue.Of(left % right),
        "==" => ConstantValue.Of(left == right),
        "!=" => ConstantValue.Of(left != right),
        "<" => ConstantValue.Of(left < right),
        "<=" => ConstantValue.Of(left <= right),
        ">" => ConstantValue.Of(left > right),
        ">=" => ConstantValue.Of(left >= right),
        _ => null,
    };

    private static ConstantValue? Integers(string sign, ConstantValue left, ConstantValue right)
    {
        long a = left.Integer;
        long b = right.Integer;
        bool narrow = left.Type == ConstantType.Int && right.Type == ConstantType.Int;
        switch (sign)
        {
            case "==": return ConstantValue.Of(a == b);
            case "!=": return ConstantValue.Of(a != b);
            case "<": return ConstantValue.Of(a < b);
            case "<=": return ConstantValue.Of(a <= b);
            case ">": return ConstantValue.Of(a > b);
            case ">=": return ConstantValue.Of(a >= b);
            case "/" or "%" when b == 0: throw new ConstantException("divides by zero");
            case "+": return Result(() => checked(a + b), narrow);
            case "-": return Result(() => checked(a - b), narrow);
            case "*": return Result(() => checked(a * b), narrow);
            case "/": return Result(() => checked(a / b), narrow);

            // The processor refuses long.MinValue % -1; its value is 0.
            case "%": return Result(() => b == -1 ? 0 : a % b, narrow);
            case "&": return Result(() => a & b, narrow);
            case "|": return Result(() => a | b, narrow);
            case "^": return Result(() => a ^ b, narrow);
            default: return null;
        }
    }

    private static ConstantValue? Shift(string sign, ConstantValue left, ConstantValue right)
    {
        if (!left.IsInteger || right.Type != ConstantType.Int)
            return null;
        int count = (int)right.Integer;
        if (left.Type == ConstantType.Long)
            return ConstantValue.Of(sign == "<<" ? left.Integer << count : left.Integer >> count);
        int value = (int)left.Integer;
        return ConstantValue.Of(sign == "<<" ? value << count : value >> count);
    }

    private static ConstantValue? Cast(ConstantType type, ConstantValue source)
    {
        if (source.Type == type)
            return source;
        if (!source.IsNumber)
            return null;
        switch (type)
        {
            case ConstantType.Double:
                return ConstantValue.Of(source.AsDouble);
            case ConstantType.Int when source.IsInteger:
                return Int(source.Integer);
            case ConstantType.Long when source.IsInteger:
                return ConstantValue.Of(source.Integer);
            case ConstantType.Int or ConstantType.Long:
                double whole = Math.Truncate(source.Number);
                if (double.IsNaN(whole) || whole < -9.2233720368547758E18 || whole >= 9.2233720368547758E18)
                    throw new ConstantException("overflows");
                return type == ConstantType.Int ? Int((long)whole) : ConstantValue.Of((long)whole);
            default:
                return null;
        }
    }

    private static ConstantValue? Result(Func<long> compute, bool narrow)
    {
        ConstantValue result = Long(compute);
        return narrow ? Int(result.Integer) : result;
    }

    private static ConstantValue Long(Func<long> compute)
    {
        try
        {
            return ConstantValue.Of(compute());
        }
        catch (OverflowException)
        {
            throw new ConstantException("overflows");
        }
    }

    private static ConstantValue Int(long value) =>
        value is >= int.MinValue and <= int.MaxValue ? ConstantValue.Of((int)value) : throw new ConstantException("overflows");
}
