namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Contract, of two activations: [.., m, k] times [.., k, n] gives [.., m, n], a product of matrices for each sample and each index of
/// the leading axes. Attention multiplies queries by keys this way, and weights by values. Either side may be transposed, so that the
/// gradients have the same form.
/// </summary>
/// <param name="origin">Whose it is.</param>
/// <param name="left">[.., m, k]; or transposed [.., k, m].</param>
/// <param name="right">[.., k, n]; or transposed [.., n, k].</param>
/// <param name="isLeftTransposed">Whether the left matrices are transposed.</param>
/// <param name="isRightTransposed">Whether the right matrices are transposed.</param>
internal sealed class BatchedProduct(Origin origin, Tensor left, Tensor right, bool isLeftTransposed, bool isRightTransposed)
    : Tensor(left.Program, origin, ShapeOf(left.Shape, right.Shape, isLeftTransposed, isRightTransposed), [left, right])
{
    public bool IsLeftTransposed { get; } = isLeftTransposed;

    public bool IsRightTransposed { get; } = isRightTransposed;

    public override bool SupportsEpilogue => true;

    public override string Operation => (IsLeftTransposed, IsRightTransposed) switch
    {
        (false, false) => "BatchedProduct",
        (true, false) => "BatchedProduct, left transposed",
        (false, true) => "BatchedProduct, right transposed",
        _ => "BatchedProduct, both transposed",
    };

    public static TensorShape ShapeOf(TensorShape left, TensorShape right, bool isLeftTransposed, bool isRightTransposed) => left.With(
    [
        .. left.Sizes.Take(left.Rank - 2),
        left[left.Rank - (isLeftTransposed ? 1 : 2)],
        right[right.Rank - (isRightTransposed ? 2 : 1)],
    ]);
}
