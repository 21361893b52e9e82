namespace NetGen.Compiler.Graph;

/// <summary>Form Contract, transposed on the left: the sum over all rows of all samples of x[row, k]·dy[row, n], [k, n].</summary>
internal sealed class ProductWeightGradient(Origin origin, Tensor left, Tensor outputGradient)
    : Tensor(left.Program, origin, TensorShape.Unbatched(left.Shape.Inner, outputGradient.Shape.Inner), [left, outputGradient])
{
    public override string Operation => "ProductWeightGradient";
}
