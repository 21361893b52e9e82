using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>An epilogue that the library has.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Argument">The expression that makes it, of a type that is known.</param>
internal sealed record LibraryEpilogue(string Type, string Argument)
{
    /// <summary>What a Map does to results that are in registers, or null where the library has no type for it.</summary>
    /// <param name="map">The Map.</param>
    /// <param name="result">Which of its operands is in registers.</param>
    /// <param name="element">Where the results lie.</param>
    /// <param name="context">The kernel.</param>
    public static LibraryEpilogue? Of(Map map, int result, EpilogueElement element, KernelContext context)
    {
        ScalarExpression value = new Operand(result), body = map.Body.WithoutCalls();
        if (body == new Binary(BinaryOperator.Max, value, new Constant(0)))
            return new("Relu<S, V>", "default");
        if (map.Operands.Count != 2 || element.RowStride(map.Operands[1 - result]) is not { } stride)
            return null;
        ScalarExpression other = new Operand(1 - result);
        string reference = "ref " + context.Reference(map.Operands[1 - result]);
        bool isSum = body == new Binary(BinaryOperator.Add, value, other) || body == new Binary(BinaryOperator.Add, other, value);
        if (isSum && stride == 0 && element.IsByColumn(map.Operands[1 - result]))
            return new(element.AddBias + "<S, V>", $"new({reference})");
        if (element.IsScalar(map.Operands[1 - result]))
            return null;
        if (isSum)
            return new("AddMatrix<S, V>", $"new({reference}, {Literals.Integer(stride)})");
        if (body == value * new SelectGreater(other, new Constant(0), new Constant(1), new Constant(0)))
            return new("ReluGradient<S, V>", $"new({reference}, {Literals.Integer(stride)})");
        return null;
    }
}
