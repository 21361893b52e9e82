using System.Globalization;

namespace NetGen.Reports;

/// <summary>A plot with its heading and its legend.</summary>
internal static class PlotFigure
{
    /// <summary>Writes it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="title">The heading.</param>
    /// <param name="svg">The plot.</param>
    /// <param name="description">What is to be seen, for readers that do not see it.</param>
    /// <param name="legend">The names of the series; none where the heading says enough.</param>
    /// <param name="note">A word on the axes.</param>
    public static void Write(
        HtmlWriter page, string title, string svg, string description, IReadOnlyList<string> legend, string? note = null)
    {
        page.Open("figure", ("class", "card plot"));
        page.Open("figcaption");
        page.Element("h3", title);
        if (note is not null)
            page.Element("span", note, ("class", "note"));
        if (legend.Count > 0)
        {
            page.Open("ul", ("class", "legend"));
            for (int i = 0; i < legend.Count; i++)
                page.Element("li", legend[i], ("class", string.Create(CultureInfo.InvariantCulture, $"series-{(i % 4) + 1}")));
            page.Close();
        }

        page.Close();
        page.Open("div", ("role", "img"), ("aria-label", description));
        page.Raw(svg);
        page.Close();
        page.Close();
    }
}
