namespace NetGen.Compiler.Shaping;

/// <summary>Steps of which some may be padding: those of the input, behind some that are true.</summary>
/// <param name="TrueSteps">How many stand in front of the input's.</param>
internal sealed record StepPadding(int TrueSteps);
