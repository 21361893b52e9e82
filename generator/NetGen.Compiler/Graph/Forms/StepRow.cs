namespace NetGen.Compiler.Graph;

/// <summary>Form Stream: of a table [steps, ..] the row of the step at hand, [1, ..].</summary>
/// <remarks>There is one for each sample, so that it is no value that follows from parameters alone.</remarks>
/// <param name="origin">Whose it is.</param>
/// <param name="table">The table, not batched.</param>
internal sealed class StepRow(Origin origin, Tensor table)
    : Tensor(table.Program, origin, TensorShape.Batched([1, .. table.Shape.Sizes.Skip(1)]), [table])
{
    public override string Operation => "StepRow";
}
