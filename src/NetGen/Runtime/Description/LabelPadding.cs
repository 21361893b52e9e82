namespace NetGen.Runtime;

/// <summary>Which labels of a sample belong to steps of padding, and do not count.</summary>
/// <param name="Token">The token that pads samples.</param>
/// <param name="TrueSteps">How many steps with labels stand before those of the input.</param>
public sealed record LabelPadding(int Token, int TrueSteps);
