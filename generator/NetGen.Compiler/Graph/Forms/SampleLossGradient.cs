namespace NetGen.Compiler.Graph;

/// <summary>The gradient of a <see cref="SampleLoss"/> by the outputs, in their shape.</summary>
/// <param name="origin">Whose it is.</param>
/// <param name="loss">The loss.</param>
/// <param name="gradient">The gradient with respect to it, [1].</param>
internal sealed class SampleLossGradient(Origin origin, SampleLoss loss, Tensor gradient)
    : Tensor(loss.Program, origin, loss.Operands[0].Shape, [gradient, .. loss.Operands])
{
    public SampleLossKind Kind { get; } = loss.Kind;

    public override string Operation => $"SampleLossGradient.{Kind}";
}
