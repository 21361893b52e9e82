namespace NetGen.Compiler.Graph;

/// <summary>
/// The operand unchanged, with a backward rule of its own: the rule gets the gradient with respect to this node and gives the gradients by
/// <see cref="Sources"/>, from which the operand was computed. For rules that are faster or more exact than the derived ones.
/// Lowering takes the node out again once the backward pass is written.
/// </summary>
internal sealed class CustomGradient(Origin origin, Tensor value, IReadOnlyList<Tensor> sources, Func<Expr, IReadOnlyList<Expr>> rule)
    : Tensor(value.Program, origin, value.Shape, [value])
{
    public IReadOnlyList<Tensor> Sources { get; } = sources;

    public Func<Expr, IReadOnlyList<Expr>> Rule { get; } = rule;

    public override string Operation => "CustomGradient";
}
