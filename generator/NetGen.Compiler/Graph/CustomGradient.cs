namespace NetGen.Compiler.Graph;

/// <summary>
/// The operand unchanged, with a backward rule of its own: the rule gets the gradient by this node and gives the gradients by
/// <see cref="Sources"/>, from which the operand was computed. For rules that are faster or more exact than the derived ones.
/// Lowering takes the node out again once the backward pass is written.
/// </summary>
internal sealed class CustomGradient(Tensor value, IReadOnlyList<Tensor> sources, Func<Tensor, IReadOnlyList<Tensor>> rule)
    : Tensor(value.Program, value.Shape, [value])
{
    public IReadOnlyList<Tensor> Sources { get; } = sources;

    public Func<Tensor, IReadOnlyList<Tensor>> Rule { get; } = rule;

    public override string Operation => "CustomGradient";
}
