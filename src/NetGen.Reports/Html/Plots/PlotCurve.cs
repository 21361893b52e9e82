namespace NetGen.Reports;

/// <summary>A curve of a plot.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Points">The points, from left to right; one that is not finite is a gap.</param>
internal sealed record PlotCurve(string Name, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>Whether there is a point to draw.</summary>
    public bool HasPoints => Points.Any(point => double.IsFinite(point.Y));
}
