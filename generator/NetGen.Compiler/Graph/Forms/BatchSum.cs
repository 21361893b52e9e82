namespace NetGen.Compiler.Graph;

/// <summary>Form Row: the sum over the samples of the batch, in their order.</summary>
internal sealed class BatchSum(Origin origin, Tensor operand)
    : Tensor(operand.Program, origin, operand.Shape.WithBatched(false), [operand])
{
    public override bool SupportsEpilogue => true;

    public override string Operation => "BatchSum";
}
