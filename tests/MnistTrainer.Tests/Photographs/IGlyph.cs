namespace MnistTrainer.Tests.Photographs;

/// <summary>The ink of a digit in the unit square, of which it fills the most.</summary>
internal interface IGlyph
{
    /// <summary>Whether there is ink at a point.</summary>
    bool HasInk(double x, double y);
}
