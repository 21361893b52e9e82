namespace NetGen.Runtime;

/// <summary>Which labels of a sample belong to steps of padding, and do not count.</summary>
/// <param name="Token">The token that pads samples; null where each has a length.</param>
/// <param name="TrueSteps">How many steps with labels stand before those of the input.</param>
/// <param name="Input">Which of several inputs has the steps.</param>
public sealed record LabelPadding(int? Token, int TrueSteps, int Input = 0);
