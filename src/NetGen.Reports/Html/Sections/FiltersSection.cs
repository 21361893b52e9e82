namespace NetGen.Reports;

/// <summary>The filters of the first layer as pictures.</summary>
internal sealed class FiltersSection() : ReportSection("filters", "Filters of the first layer")
{
    private const int Most = 64;
    private const int FewFilters = 16;

    public override bool IsShown(ReportContent content) => FirstLayerFilters.Of(content.Network) is not null;

    public override void WriteBody(HtmlWriter page, ReportContent content, PlotSvg plots)
    {
        FirstLayerFilters filters = FirstLayerFilters.Of(content.Network)!;
        string colors = filters.Channels == 3
            ? "Red, green and blue are the weights of the three channels."
            : "Blue weights are negative, red ones positive.";
        string count = NumberText.Count(filters.Count);
        string shown = filters.Count > Most ? $"The first {Most} of {count}" : $"The {count}";
        page.Element("p", $"{shown} filters of {filters.Name}, {filters.Height}×{filters.Width}. {colors}", ("class", "lead"));
        page.Open("div", ("class", filters.Height > 12 || filters.Count <= FewFilters ? "card pictures large" : "card pictures"));
        for (int i = 0; i < Math.Min(filters.Count, Most); i++)
            filters.Picture(i).Write(page, $"Filter {NumberText.Count(i)} of {filters.Name}", NumberText.Count(i));
        page.Close();
    }
}
