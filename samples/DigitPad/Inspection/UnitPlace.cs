namespace DigitPad.Inspection;

/// <summary>A value of a layer.</summary>
/// <param name="Layer">The layer, from 0.</param>
/// <param name="Channel">The channel, from 0; 0 in a list.</param>
/// <param name="Row">The row, from 0.</param>
/// <param name="Column">The column, from 0.</param>
public readonly record struct UnitPlace(int Layer, int Channel, int Row, int Column);
