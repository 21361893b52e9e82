namespace DigitPad.Inspection;

/// <summary>A window of one channel of a layer's input, and what it adds to the sum.</summary>
/// <param name="Channel">The channel, from 0.</param>
/// <param name="Rows">Rows of the window.</param>
/// <param name="Columns">Columns of the window.</param>
/// <param name="Patch">The values in the window, [rows, columns]; 0 in the padding.</param>
/// <param name="Filter">The weights that they are multiplied by, [rows, columns]; none where the window has none.</param>
/// <param name="Sum">Σ patch · filter, or the maximum of a pool.</param>
/// <param name="Argmax">The index of the maximum in the patch, for a pool.</param>
public sealed record WindowTerm(int Channel, int Rows, int Columns, float[] Patch, float[]? Filter, float Sum, int? Argmax = null);
