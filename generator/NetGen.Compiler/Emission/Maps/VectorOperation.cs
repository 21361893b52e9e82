using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// One operation of the library's vectors, with the expressions that it takes. What one Map computes may be fused into one operation,
/// as a product and its sum. Two Maps are not fused, since the value between them is rounded.
/// </summary>
/// <param name="Operator">The operation.</param>
/// <param name="Operands">What it takes, in its order.</param>
internal sealed record VectorOperation(VectorOperator Operator, params ScalarExpression[] Operands)
{
    /// <summary>Whether the first two operands can change places.</summary>
    public bool IsCommutative => Operator is VectorOperator.Add or VectorOperator.Multiply or VectorOperator.MultiplyAdd;

    /// <summary>The operation at the root of an expression, or null for a leaf or a function.</summary>
    public static VectorOperation? Of(ScalarExpression expression) => expression switch
    {
        Binary binary => Of(binary),
        SelectGreater select => new(VectorOperator.SelectGreater, select.Left, select.Right, select.WhenGreater, select.Otherwise),
        _ => null,
    };

    /// <summary>The operation at the root of a binary expression.</summary>
    public static VectorOperation Of(Binary binary) => binary.Operator switch
    {
        BinaryOperator.Add when binary.Left is Binary { Operator: BinaryOperator.Multiply } product =>
            new(VectorOperator.MultiplyAdd, product.Left, product.Right, binary.Right),
        BinaryOperator.Add when binary.Right is Binary { Operator: BinaryOperator.Multiply } product =>
            new(VectorOperator.MultiplyAdd, product.Left, product.Right, binary.Left),
        BinaryOperator.Add => new(VectorOperator.Add, binary.Left, binary.Right),
        BinaryOperator.Subtract => new(VectorOperator.Subtract, binary.Left, binary.Right),

        // A gradient that passes or does not, as that of a ReLU, is chosen: the factor 1 or 0 takes a multiplication.
        BinaryOperator.Multiply
            when binary.Right is SelectGreater { WhenGreater: Constant { Value: 1 }, Otherwise: Constant { Value: 0 } } gate =>
            new(VectorOperator.SelectGreater, gate.Left, gate.Right, binary.Left, gate.Otherwise),
        BinaryOperator.Multiply => new(VectorOperator.Multiply, binary.Left, binary.Right),
        BinaryOperator.Divide => new(VectorOperator.Divide, binary.Left, binary.Right),

        // Of a constant it is known that it is not NaN.
        BinaryOperator.Max when IsNumber(binary.Right) => new(VectorOperator.ClampMin, binary.Left, binary.Right),
        BinaryOperator.Max when IsNumber(binary.Left) => new(VectorOperator.ClampMin, binary.Right, binary.Left),
        BinaryOperator.Max => new(VectorOperator.Max, binary.Left, binary.Right),
        BinaryOperator.Min when IsNumber(binary.Right) => new(VectorOperator.ClampMax, binary.Left, binary.Right),
        BinaryOperator.Min when IsNumber(binary.Left) => new(VectorOperator.ClampMax, binary.Right, binary.Left),
        BinaryOperator.Min => new(VectorOperator.Min, binary.Left, binary.Right),
        _ => throw new InvalidOperationException($"{binary.Operator} has no operation"),
    };

    private static bool IsNumber(ScalarExpression expression) => expression is Constant or Placeholder { Kind: PlaceholderKind.Number };
}
