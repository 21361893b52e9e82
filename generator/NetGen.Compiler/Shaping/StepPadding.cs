namespace NetGen.Compiler.Shaping;

/// <summary>Steps of which some may be padding: those of an input, behind some that are true.</summary>
/// <param name="Input">The input's place.</param>
/// <param name="TrueSteps">How many stand in front of the input's.</param>
internal sealed record StepPadding(int Input, int TrueSteps)
{
    /// <summary>Steps whose masks come from several inputs, or from several parts of the steps.</summary>
    public static StepPadding Joined { get; } = new(-1, 0);
}
