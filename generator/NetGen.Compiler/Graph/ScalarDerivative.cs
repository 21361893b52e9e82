using static NetGen.Compiler.Graph.ScalarExpression;

namespace NetGen.Compiler.Graph;

/// <summary>Symbolic derivatives of scalar expressions: one row an operator.</summary>
internal static class ScalarDerivative
{
    private const double TwoOverRootPi = 1.1283791670955125739;

    /// <summary>
    /// The derivative of <paramref name="body"/> with respect to operand <paramref name="index"/>.
    /// <paramref name="result"/> stands for the body's own value, so that a derivative can be had from the output.
    /// </summary>
    public static ScalarExpression Of(ScalarExpression body, int index, ScalarExpression result) => body switch
    {
        Operand operand => operand.Index == index ? 1 : 0,
        Constant or BatchSize or LabelCount or OfColumn or OfPlace => 0,
        Call call => call.Function.Derivative(call.Argument, result) * Of(call.Argument, index, call.Argument),
        Unary unary => OfUnary(unary, result) * Of(unary.Operand, index, unary.Operand),
        Binary binary => OfBinary(binary, index),
        SelectGreater select => Select(
            select.Left,
            select.Right,
            Of(select.WhenGreater, index, select.WhenGreater),
            Of(select.Otherwise, index, select.Otherwise)),
        _ => throw new InvalidOperationException($"no derivative is known for {body.GetType().Name}"),
    };

    private static ScalarExpression OfUnary(Unary unary, ScalarExpression y)
    {
        ScalarExpression x = unary.Operand;
        return unary.Operator switch
        {
            UnaryOperator.Negate => -1,
            UnaryOperator.Exp => y,
            UnaryOperator.Log => 1 / x,
            UnaryOperator.Log1p => 1 / (1 + x),
            UnaryOperator.Tanh => 1 - y * y,
            UnaryOperator.Sigmoid => y * (1 - y),
            UnaryOperator.Erf => TwoOverRootPi * Exp(-(x * x)),
            UnaryOperator.Sqrt => 0.5 / y,
            UnaryOperator.Abs => Greater(x, 0) - Greater(0, x),
            _ => throw new InvalidOperationException($"no derivative is known for {unary.Operator}"),
        };
    }

    private static ScalarExpression OfBinary(Binary binary, int index)
    {
        (ScalarExpression a, ScalarExpression b) = (binary.Left, binary.Right);
        ScalarExpression da = Of(a, index, a);
        ScalarExpression db = Of(b, index, b);
        return binary.Operator switch
        {
            BinaryOperator.Add => da + db,
            BinaryOperator.Subtract => da - db,
            BinaryOperator.Multiply => da * b + a * db,
            BinaryOperator.Divide => (da - a / b * db) / b,
            BinaryOperator.Max => Select(a, b, da, db),
            BinaryOperator.Min => Select(b, a, da, db),
            _ => throw new InvalidOperationException($"no derivative is known for {binary.Operator}"),
        };
    }
}
