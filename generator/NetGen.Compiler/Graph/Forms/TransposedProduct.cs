namespace NetGen.Compiler.Graph;

/// <summary>Form Contract, transposed on the right: [.., n] times the transpose of a matrix [k, n] gives [.., k].</summary>
internal sealed class TransposedProduct(Origin origin, Tensor left, Tensor matrix)
    : Tensor(left.Program, origin, left.Shape.With([.. left.Shape.Sizes.Take(left.Shape.Rank - 1), matrix.Shape[0]]), [left, matrix])
{
    public override bool SupportsEpilogue => true;

    public override string Operation => "TransposedProduct";
}
