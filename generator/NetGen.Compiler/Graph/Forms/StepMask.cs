namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Gather: 1 for each true step and 0 for each that is padding, [steps, 1]. The first step of a sample that is all padding is a true
/// one.
/// </summary>
internal sealed class StepMask : Tensor
{
    private StepMask(Origin origin, Tensor numbers, int steps, int? paddingToken)
        : base(numbers.Program, origin, TensorShape.Batched(steps, 1), [numbers]) => PaddingToken = paddingToken;

    /// <summary>The token that pads; null where the operand is the number of true steps.</summary>
    public int? PaddingToken { get; }

    public override string Operation => PaddingToken is { } token ? $"StepMask, padding {token}" : "StepMask of lengths";

    /// <summary>Of tokens, [steps].</summary>
    public static StepMask OfTokens(Origin origin, Tensor tokens, int paddingToken) =>
        new(origin, tokens, tokens.Shape.Inner, paddingToken);

    /// <summary>Of the number of true steps, [1].</summary>
    public static StepMask OfLength(Origin origin, Tensor length, int steps) => new(origin, length, steps, paddingToken: null);
}
