namespace NetGen.Compiler.Graph;

/// <summary>
/// A tensor in the hands of a layer: what is computed from it belongs to that layer. Layers say with expressions what they compute
/// (<see cref="TensorOperations"/>), and gradients are expressions of the backward pass.
/// </summary>
internal readonly record struct Expr(Tensor Tensor, Origin Origin)
{
    public TensorShape Shape => Tensor.Shape;

    public Program Program => Tensor.Program;

    public static implicit operator Tensor(Expr expression) => expression.Tensor;

    public static Expr operator +(Expr a, Expr b) => Map.Of(new Operand(0) + new Operand(1), a, b);

    public static Expr operator -(Expr a, Expr b) => Map.Of(new Operand(0) - new Operand(1), a, b);

    public static Expr operator *(Expr a, Expr b) => Map.Of(new Operand(0) * new Operand(1), a, b);

    public static Expr operator *(Expr a, double b) => Map.Of(new Operand(0) * b, a);

    public static Expr operator +(Expr a, double b) => Map.Of(new Operand(0) + b, a);

    /// <summary>The same tensor in the hands of another layer, or in the backward pass.</summary>
    public Expr At(Origin origin) => new(Tensor, origin);

    /// <summary>The same, with what it is to its layer: emitted code calls it so.</summary>
    public Expr Named(string role)
    {
        Tensor.RoleInLayer ??= role;
        return this;
    }

    /// <summary>Adds a node that was made with this expression's origin.</summary>
    public Expr Add(Tensor node) => new(Program.Add(node), Origin);

    /// <summary>Whose an operation is: what is computed from a gradient belongs to the backward pass.</summary>
    public static Origin Joined(IEnumerable<Expr> operands)
    {
        Origin? first = null;
        foreach (Expr operand in operands)
        {
            if (operand.Origin.IsBackward)
                return operand.Origin;
            first ??= operand.Origin;
        }

        return first ?? throw new InvalidOperationException("an operation without operands has no origin");
    }
}
