namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Row: sum or maximum over axes of a sample, which stay with size 1. The maximum is used as a shift that cancels
/// (as in softmax), so it has no gradient.
/// </summary>
internal sealed class Reduce(Origin origin, Tensor operand, ReduceOperator reduction, IReadOnlyList<int> axes)
    : Tensor(operand.Program, origin, operand.Shape.Reduced(axes), [operand])
{
    public ReduceOperator Reduction { get; } = reduction;

    public IReadOnlyList<int> Axes { get; } = axes;

    public override string Operation => $"Reduce.{Reduction} axes {string.Join(",", Axes)}";
}
