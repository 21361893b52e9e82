namespace DigitPad.Inspection;

/// <summary>One value of a linear layer's input, and what it adds to the sum.</summary>
/// <param name="Index">The value's index in the input, from 0.</param>
/// <param name="Value">The value.</param>
/// <param name="Weight">The weight that it is multiplied by.</param>
internal sealed record WeightedInput(int Index, float Value, float Weight)
{
    /// <summary>value · weight.</summary>
    public float Product => Value * Weight;
}
