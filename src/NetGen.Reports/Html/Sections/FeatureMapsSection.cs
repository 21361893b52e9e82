namespace NetGen.Reports;

/// <summary>What each layer gives for one sample.</summary>
internal sealed class FeatureMapsSection() : ReportSection("features", "A sample through the network")
{
    private const int MostLayers = 24;

    public override bool IsShown(ReportContent content) => content.Evaluated is { First.Length: > 0 };

    public override void WriteBody(HtmlWriter page, ReportContent content, PlotSvg plots)
    {
        if (content.Activations is not { Count: > 0 } layers)
        {
            page.Element(
                "p", "The network does not tell what its layers give. With [Network(Activations = true)] on its class they are shown here.",
                ("class", "card"));
            return;
        }

        page.Element(
            "p", $"What the layers give for sample 0 of {content.Evaluated!.Name}: dark is the lowest of a layer, bright the highest.",
            ("class", "lead"));
        page.Open("ol", ("class", "layers"));
        if (SamplePicture.IsImage(content.Network))
        {
            WriteHead(page, "input", "", content.Network.InputShape);
            page.Open("div", ("class", "pictures"));
            SamplePicture.Of(content.Network, content.Evaluated.First).Write(page, "The sample");
            page.Close();
            page.Close();
        }

        foreach (LayerActivation layer in layers.Take(MostLayers))
            WriteLayer(page, layer);
        page.Close();
        if (layers.Count > MostLayers)
            page.Element("p", $"{NumberText.Count(layers.Count - MostLayers)} further layers are not shown.", ("class", "note"));
    }

    private static void WriteLayer(HtmlWriter page, LayerActivation layer)
    {
        WriteHead(page, layer.Layer, layer.Kind, [.. layer.Shape]);
        var maps = FeatureMaps.Of(layer);
        page.Open("div", ("class", maps.IsStrip ? "pictures strip" : "pictures"));
        for (int i = 0; i < maps.Pictures.Count; i++)
            maps.Pictures[i].Write(page, maps.Describe(i), maps.Describe(i));
        page.Close();
        if (maps.Left > 0)
            page.Element("p", $"and {NumberText.Count(maps.Left)} more {(maps.IsStrip ? "numbers" : "channels")}", ("class", "note"));
        page.Close();
    }

    private static void WriteHead(HtmlWriter page, string layer, string kind, ReadOnlySpan<int> shape)
    {
        page.Open("li", ("class", "card"));
        page.Open("h3");
        page.Text(layer + " ");
        page.Element("span", $"{kind} {NumberText.Shape(shape)}".Trim(), ("class", "note"));
        page.Close();
    }
}
