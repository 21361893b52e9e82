using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Where a vector of results lies whose lanes are samples: one channel of
/// one pixel. What the epilogue reads is the same for all samples.
/// </summary>
internal sealed class BatchLaneElement(KernelContext context) : EpilogueElement(context, isOfSample: true)
{
    public override bool LanesAreSamples => true;

    public override bool IsScalar(Tensor tensor) => !tensor.Shape.IsBatched;

    public override IndexExpression Index(Tensor tensor) =>
        (IndexExpression)"row" * RowStride(tensor)!.Value + (tensor.Shape.Inner == 1 ? 0 : (IndexExpression)"column");
}
