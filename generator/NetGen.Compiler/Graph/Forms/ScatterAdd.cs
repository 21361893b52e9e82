namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Gather, transposed: the gradient of a table [rows, columns] whose rows were looked up. Each step's gradient is added to the row
/// that its token names, sample after sample and step after step, so that the sums do not depend on the number of threads.
/// </summary>
/// <param name="origin">Whose it is.</param>
/// <param name="tokens">The caller's samples, whole numbers in the external layout.</param>
/// <param name="gradient">The gradient of what was looked up, [steps, columns].</param>
/// <param name="rows">Rows of the table.</param>
/// <param name="paddingRow">The row whose gradient is 0, or -1.</param>
internal sealed class ScatterAdd(Origin origin, Tensor tokens, Tensor gradient, int rows, int paddingRow)
    : Tensor(gradient.Program, origin, TensorShape.Unbatched(rows, gradient.Shape.Inner), [tokens, gradient])
{
    public int PaddingRow { get; } = paddingRow;

    public override string Operation => PaddingRow < 0 ? "ScatterAdd" : $"ScatterAdd, but not to row {PaddingRow}";
}
