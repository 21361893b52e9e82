namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Contract: [.., k] times a matrix [k, n] gives [.., n]; the matrix is a parameter or derived from one.
/// </summary>
internal sealed class Product(Origin origin, Tensor left, Tensor matrix)
    : Tensor(left.Program, origin, left.Shape.With([.. left.Shape.Sizes.Take(left.Shape.Rank - 1), matrix.Shape[1]]), [left, matrix])
{
    public override bool SupportsEpilogue => true;

    public override string Operation => "Product";
}
