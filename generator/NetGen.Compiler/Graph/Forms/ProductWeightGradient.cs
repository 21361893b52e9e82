namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Contract, transposed on the left: the sum over all rows of all samples of x[row, k]·dy[row, n], [k, n], or that over the rows of
/// each sample.
/// </summary>
/// <param name="left">[rows, k].</param>
/// <param name="outputGradient">[rows, n].</param>
/// <param name="isOfSample">Whether each sample has a gradient of its own. A sum over the batch follows.</param>
internal sealed class ProductWeightGradient(Origin origin, Tensor left, Tensor outputGradient, bool isOfSample = false) : Tensor(
    left.Program,
    origin,
    TensorShape.Unbatched(left.Shape.Inner, outputGradient.Shape.Inner).WithBatched(isOfSample),
    [left, outputGradient])
{
    public bool IsOfSample { get; } = isOfSample;

    public override string Operation => "ProductWeightGradient";
}
