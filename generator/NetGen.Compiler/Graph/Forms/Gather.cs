namespace NetGen.Compiler.Graph;

/// <summary>Form Gather: for each token of [steps] a row of a table [rows, columns], [steps, columns].</summary>
/// <param name="origin">Whose it is.</param>
/// <param name="tokens">The caller's samples, whole numbers in the external layout.</param>
/// <param name="table">The table, not batched.</param>
/// <param name="paddingRow">The row that gets no gradient, or -1.</param>
internal sealed class Gather(Origin origin, Tensor tokens, Tensor table, int paddingRow)
    : Tensor(tokens.Program, origin, TensorShape.Batched(tokens.Shape.Inner, table.Shape.Inner), [tokens, table])
{
    public int PaddingRow { get; } = paddingRow;

    public override bool SupportsEpilogue => true;

    public override string Operation => PaddingRow < 0 ? "Gather" : $"Gather, no gradient for row {PaddingRow}";
}
