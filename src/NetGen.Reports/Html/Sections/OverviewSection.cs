namespace NetGen.Reports;

/// <summary>The figures that one looks for first.</summary>
internal sealed class OverviewSection() : ReportSection("overview", "Overview")
{
    public override bool IsShown(ReportContent content) => true;

    public override void WriteBody(HtmlWriter page, ReportContent content, PlotSvg plots)
    {
        page.Open("dl", ("class", "tiles"));
        if (content.Evaluated is { } evaluated)
        {
            string set = $"{NumberText.Count(evaluated.Samples)} samples of {evaluated.Name}";
            if (!double.IsNaN(evaluated.Accuracy))
                Tile(page, "Accuracy", NumberText.Percent(evaluated.Accuracy), set);
            else if (evaluated.Outputs.Count == 1)
                Tile(page, "R²", NumberText.Number(evaluated.Outputs[0].R2), "part of the variance that is explained");
            Tile(page, "Loss", NumberText.Loss(evaluated.Loss), set);
        }

        if (content.Epochs is [.., var last])
        {
            Tile(page, "Training loss", NumberText.Loss(last.Loss), $"epoch {last.Epoch}");
            if (content.Epochs is FitHistory { Count: > 1 } history)
                Tile(page, "Best epoch", NumberText.Count(history.Best.Epoch), $"by {history.Monitor.Name.Replace('_', ' ')}");
            Tile(page, "Training time", NumberText.Seconds(content.Epochs.Sum(epoch => epoch.Seconds)), "without validation");
            Tile(page, "Speed", NumberText.Number(SamplesPerSecond(content.Epochs)), "samples a second");
        }

        Tile(page, "Parameters", NumberText.Count(content.Network.ParameterCount), Frozen(content.Network));
        page.Close();
    }

    private static double SamplesPerSecond(IReadOnlyList<EpochResult> epochs) =>
        epochs.Sum(epoch => (double)epoch.Samples) / epochs.Sum(epoch => epoch.Seconds);

    private static string Frozen(Network network) => network.TrainableParameterCount == network.ParameterCount
        ? "all trained"
        : $"{NumberText.Count(network.TrainableParameterCount)} of them trained";

    private static void Tile(HtmlWriter page, string name, string value, string note)
    {
        page.Open("div", ("class", "tile"));
        page.Element("dt", name);
        page.Element("dd", value, ("class", "value"));
        page.Element("dd", note, ("class", "note"));
        page.Close();
    }
}
