namespace NetGen.Compiler.Graph;

/// <summary>
/// The operand unchanged, with a backward rule of its own: the rule gets the gradient by this node and gives the gradient by
/// <see cref="Source"/>, from which the operand was computed. For rules that are faster or more exact than the derived ones.
/// Lowering takes the node out again once the backward pass is written.
/// </summary>
internal sealed class CustomGradient(Tensor value, Tensor source, Func<Tensor, Tensor> rule)
    : Tensor(value.Program, value.Shape, [value])
{
    public Tensor Source { get; } = source;

    public Func<Tensor, Tensor> Rule { get; } = rule;

    public override string Operation => "CustomGradient";
}
