using OxyPlot;

namespace NetGen.Reports;

/// <summary>
/// A colour of a plot that the style sheet decides: OxyPlot draws with a colour that stands for it, and <see cref="PlotSvg"/> puts the
/// style sheet's variable in its place, so that one drawing serves light and dark pages.
/// </summary>
/// <param name="Placeholder">The colour that stands for it; no other has the same.</param>
/// <param name="Variable">The variable of the style sheet.</param>
internal sealed record PlotColor(OxyColor Placeholder, string Variable)
{
    /// <summary>Text and axes.</summary>
    public static PlotColor Text { get; } = new(OxyColor.FromRgb(1, 2, 3), "--muted");

    /// <summary>Lines of the grid.</summary>
    public static PlotColor Grid { get; } = new(OxyColor.FromRgb(1, 2, 4), "--line");

    /// <summary>The colours of series, in their order.</summary>
    public static IReadOnlyList<PlotColor> Series { get; } =
    [
        new(OxyColor.FromRgb(1, 2, 5), "--series-1"), new(OxyColor.FromRgb(1, 2, 6), "--series-2"),
        new(OxyColor.FromRgb(1, 2, 7), "--series-3"), new(OxyColor.FromRgb(1, 2, 8), "--series-4"),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PlotColor> All { get; } = [Text, Grid, .. Series];
}
