namespace DigitPad.Inspection;

/// <summary>How one value of a layer comes about.</summary>
/// <param name="Value">The value.</param>
/// <param name="Explanation">A sentence that says what the layer does.</param>
internal sealed record UnitInspection(float Value, string Explanation)
{
    /// <summary>The windows that a convolution or pool reads, a channel each.</summary>
    public IReadOnlyList<WindowTerm> Windows { get; init; } = [];

    /// <summary>The inputs of a linear layer that add or take away most, the largest first.</summary>
    public IReadOnlyList<WeightedInput> Inputs { get; init; } = [];

    /// <summary>The weights of a linear layer, in the shape of the last image before it, [channels, height, width]; else none.</summary>
    public IReadOnlyList<WindowTerm> WeightImages { get; init; } = [];

    /// <summary>What is added to the sum, where the layer has a bias.</summary>
    public float? Bias { get; init; }
}
