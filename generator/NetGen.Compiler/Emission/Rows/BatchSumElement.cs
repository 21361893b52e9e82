using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Where a vector of a sum over the batch lies: its column is its place in the sum, its row the sample of a summand.</summary>
/// <param name="context">The kernel.</param>
internal sealed class BatchSumElement(KernelContext context) : EpilogueElement(context, isOfSample: false)
{
    private readonly TensorShape space = context.Group.Anchor!.Shape;

    public override IndexExpression ElementIndex => "column";

    public override string Sample => "(int)row";

    public override (string Ending, string Arguments)? Dropout(Keep keep) => null;

    public override void DeclareSample()
    {
    }

    public override IndexExpression Index(Tensor tensor) =>
        (IsScalar(tensor) ? 0 : (IndexExpression)"column")
        + (tensor.Shape.IsBatched ? (IndexExpression)"row" * tensor.Shape.SampleStride : 0);

    public override int? RowStride(Tensor tensor) => tensor.Shape.IsBatched ? tensor.Shape.SampleStride : 0;

    /// <summary>The summands may be those of a loss whose samples have one row.</summary>
    public override string IsLabel() => Dialect.IsLabel("workspace.Labels[(int)row]", "(int)column");

    public override bool IsScalar(Tensor tensor) => tensor.Shape.Count == 1 && space.Count > 1;
}
