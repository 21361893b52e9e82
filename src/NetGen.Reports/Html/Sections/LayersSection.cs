namespace NetGen.Reports;

/// <summary>The table of the layers, and what their parameters are like.</summary>
internal sealed class LayersSection() : ReportSection("layers", "Layers and parameters")
{
    private const int MostParameters = 200;

    public override bool IsShown(ReportContent content) => true;

    public override void WriteBody(HtmlWriter page, ReportContent content, PlotSvg plots)
    {
        if (content.Summary is { } summary)
        {
            page.Open("div", ("class", "card"));
            page.Element("pre", summary, ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Table of the layers"));
            page.Close();
        }

        IReadOnlyList<Parameter> parameters = content.Network.Parameters;
        page.Open("div", ("class", "card"));
        page.Element("h3", "Parameters");
        HtmlTable.Write(page, "Parameters", ["Name", "Shape", "Count", "Mean", "Standard deviation", "Lowest", "Highest"],
            parameters.Take(MostParameters).Select(Row));
        if (parameters.Count > MostParameters)
            page.Element("p", $"{NumberText.Count(parameters.Count - MostParameters)} further ones are not shown.", ("class", "note"));
        page.Close();
    }

    private static IReadOnlyList<string> Row(Parameter parameter)
    {
        float[] values = new float[parameter.Count];
        parameter.CopyTo(values);
        (double low, double high) = PixelPicture.RangeOf(values);
        double mean = values.Average(value => (double)value);
        double deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return
        [
            parameter.Name + (parameter.IsFrozen ? " (frozen)" : ""), NumberText.Shape(parameter.Shape), NumberText.Count(parameter.Count),
            NumberText.Number(mean), NumberText.Number(deviation), NumberText.Number(low), NumberText.Number(high),
        ];
    }
}
