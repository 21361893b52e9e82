namespace NetGen.Compiler.Graph;

/// <summary>
/// Form SampleLoss: one number for each sample, of a few of its outputs that its labels name. As Maps and Reduces it would go through all
/// outputs, or all pairs of them.
/// </summary>
/// <param name="origin">Whose it is.</param>
/// <param name="kind">How it judges.</param>
/// <param name="prediction">The outputs, [classes].</param>
/// <param name="target">What it compares them with, of the same shape; null where that is class indices.</param>
internal sealed class SampleLoss(Origin origin, SampleLossKind kind, Tensor prediction, Tensor? target)
    : Tensor(prediction.Program, origin, TensorShape.Batched(1), target is null ? [prediction] : [prediction, target])
{
    public SampleLossKind Kind { get; } = kind;

    public override string Operation => $"SampleLoss.{Kind}";
}
