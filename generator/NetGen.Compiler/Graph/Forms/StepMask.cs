namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Gather: 1 for each token of [steps] that is none of padding and 0 for each that is, [steps, 1]. The first step of a sample that is
/// all padding is a true one.
/// </summary>
internal sealed class StepMask(Origin origin, Tensor tokens, int paddingToken)
    : Tensor(tokens.Program, origin, TensorShape.Batched(tokens.Shape.Inner, 1), [tokens])
{
    public int PaddingToken { get; } = paddingToken;

    public override string Operation => $"StepMask, padding {PaddingToken}";
}
