using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>One element of a Map: its operands' values there, and where it is.</summary>
internal readonly record struct Element(double[] Operands, Batch Batch, TensorShape Shape, int Sample, int Row, int Column);

/// <summary>The value of a scalar expression at one element.</summary>
internal static class Scalars
{
    public static double Value(ScalarExpression expression, in Element at) => expression switch
    {
        Constant constant => constant.Value,
        Operand operand => at.Operands[operand.Index],
        BatchSize => at.Batch.Samples,
        LabelCount => at.Batch.Labels.Count(label => label >= 0),
        IsLabel => at.Batch.Labels[(at.Sample * at.Shape.Rows) + at.Row] == at.Column ? 1 : 0,
        ByColumn constants => constants.Values[at.Column],
        Sinusoid sinusoid => Wave(at.Row / Math.Pow(10_000, (at.Column - (at.Column % 2)) / (double)sinusoid.Features), at.Column),
        Keep keep => at.Batch.Keeps(keep.Site, keep.DropProbability, at.Sample, (at.Row * at.Shape.PaddedInner) + at.Column) ? 1 : 0,
        Uniform uniform => at.Batch.Draws(uniform.Site, at.Sample, (at.Row * at.Shape.PaddedInner) + at.Column),
        Call call => Value(call.Expanded, at),
        Unary unary => Unary(unary.Operator, Value(unary.Operand, at)),
        Binary binary => Binary(binary.Operator, Value(binary.Left, at), Value(binary.Right, at)),
        SelectGreater select =>
            Value(select.Left, at) > Value(select.Right, at) ? Value(select.WhenGreater, at) : Value(select.Otherwise, at),
        _ => throw new InvalidOperationException($"the interpreter does not know {expression.GetType().Name}: say here what it means"),
    };

    /// <summary>Functions written out with operators, once for all elements.</summary>
    public static ScalarExpression Expanded(ScalarExpression expression) =>
        expression.Rewrite(part => part is Call call ? Expanded(call.Expanded) : null);

    private static double Unary(UnaryOperator op, double x) => op switch
    {
        UnaryOperator.Negate => -x,
        UnaryOperator.Exp => Math.Exp(x),
        UnaryOperator.Log => Math.Log(x),
        UnaryOperator.Log1p => Log1p(x),
        UnaryOperator.Tanh => Math.Tanh(x),
        UnaryOperator.Sigmoid => 1 / (1 + Math.Exp(-x)),
        UnaryOperator.Erf => ErrorFunction.Erf(x),
        UnaryOperator.Sqrt => Math.Sqrt(x),
        UnaryOperator.Abs => Math.Abs(x),
        _ => throw new InvalidOperationException($"the interpreter does not know {op}"),
    };

    private static double Binary(BinaryOperator op, double a, double b) => op switch
    {
        BinaryOperator.Add => a + b,
        BinaryOperator.Subtract => a - b,
        BinaryOperator.Multiply => a * b,
        BinaryOperator.Divide => a / b,
        BinaryOperator.Max => Math.Max(a, b),
        BinaryOperator.Min => Math.Min(a, b),
        _ => throw new InvalidOperationException($"the interpreter does not know {op}"),
    };

    private static double Wave(double angle, int column) => column % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle);

    /// <summary>log(1 + x) where 1 + x would round: the rounded part is put right by the slope.</summary>
    private static double Log1p(double x)
    {
        double rounded = 1 + x;
        return rounded == 1 ? x : Math.Log(rounded) * x / (rounded - 1);
    }
}
