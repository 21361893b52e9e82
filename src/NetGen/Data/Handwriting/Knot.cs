namespace NetGen.Handwriting;

/// <summary>A point that the pen passes.</summary>
/// <param name="X">From the left, 0, to the right, 1.</param>
/// <param name="Y">From the top, 0, to the bottom, 1.</param>
/// <param name="IsCorner">Whether the direction changes here at once; elsewhere the pen moves on a smooth curve.</param>
internal readonly record struct Knot(double X, double Y, bool IsCorner = false);
