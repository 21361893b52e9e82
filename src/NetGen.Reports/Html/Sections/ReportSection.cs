namespace NetGen.Reports;

/// <summary>A section of the page, which appears where its data is.</summary>
/// <param name="id">Its address within the page.</param>
/// <param name="title">Its heading.</param>
internal abstract class ReportSection(string id, string title)
{
    /// <summary>Its address within the page.</summary>
    public string Id => id;

    /// <summary>Its heading.</summary>
    public string Title => title;

    /// <summary>Whether there is something to show.</summary>
    public abstract bool IsShown(ReportContent content);

    /// <summary>Writes what stands below the heading.</summary>
    public abstract void WriteBody(HtmlWriter page, ReportContent content, PlotSvg plots);

    /// <summary>Writes heading and body.</summary>
    public void Write(HtmlWriter page, ReportContent content, PlotSvg plots)
    {
        page.Open("section", ("id", id), ("aria-labelledby", $"{id}-title"));
        page.Open("h2", ("id", $"{id}-title"));
        page.Element("a", title, ("href", $"#{id}"));
        page.Close();
        WriteBody(page, content, plots);
        page.Close();
    }
}
