namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Map: an expression of the operands' elements at each element. An operand's axis of size 1 is stretched, and an
/// operand that is not batched is the same for every sample; nothing else is.
/// </summary>
internal sealed class Map : Tensor
{
    private Map(Program program, Origin origin, TensorShape shape, ScalarExpression body, IReadOnlyList<Tensor> operands)
        : base(program, origin, shape, operands) => Body = body;

    public ScalarExpression Body { get; }

    public override string Operation => $"Map {{{Body}}}";

    /// <summary>A Map over the operands' common shape.</summary>
    public static Expr Of(ScalarExpression body, params Expr[] operands) => Of(body, Broadcast(operands), operands);

    public static Expr Of(ScalarExpression body, TensorShape shape, params Expr[] operands)
    {
        Origin origin = Expr.Joined(operands);
        return new(Of(origin, body, shape, [.. operands.Select(operand => operand.Tensor)]), origin);
    }

    /// <summary>A Map of at least one operand.</summary>
    public static Tensor Of(Origin origin, ScalarExpression body, TensorShape shape, IReadOnlyList<Tensor> operands)
    {
        if (body is Operand { Index: 0 } && operands.Count == 1 && operands[0].Shape.Equals(shape))
            return operands[0];
        foreach (Tensor operand in operands)
        {
            if (operand.Shape.Rank != shape.Rank)
                throw new InvalidOperationException($"a Map over {shape} has an operand {operand}");
            for (int axis = 0; axis < shape.Rank; axis++)
                if (operand.Shape[axis] != shape[axis] && operand.Shape[axis] != 1)
                    throw new InvalidOperationException($"a Map over {shape} has an operand {operand}");
        }

        Program program = operands[0].Program;
        return program.Add(new Map(program, origin, shape, body, operands));
    }

    /// <summary>The same value everywhere.</summary>
    public static Tensor Filled(Program program, Origin origin, ScalarExpression value, TensorShape shape) =>
        program.Add(new Map(program, origin, shape, value, []));

    public static Expr Call(ScalarFunction function, Expr x) => Of(new Call(function, new Operand(0)), x);

    private static TensorShape Broadcast(Expr[] operands)
    {
        int[] sizes = operands[0].Shape.Sizes.ToArray();
        bool batched = false;
        foreach (Expr operand in operands)
        {
            batched |= operand.Shape.IsBatched;
            for (int axis = 0; axis < sizes.Length; axis++)
                sizes[axis] = Math.Max(sizes[axis], operand.Shape[axis]);
        }

        return batched ? TensorShape.Batched(sizes) : TensorShape.Unbatched(sizes);
    }
}
