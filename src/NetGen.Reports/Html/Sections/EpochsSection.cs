namespace NetGen.Reports;

/// <summary>The figures of each epoch as a table.</summary>
internal sealed class EpochsSection() : ReportSection("epochs", "Epochs")
{
    public override bool IsShown(ReportContent content) => content.Epochs.Count > 0;

    public override void WriteBody(HtmlWriter page, ReportContent content, PlotSvg plots)
    {
        IReadOnlyList<EpochResult> epochs = content.Epochs;
        string[] metrics = CurvesSection.Metrics(epochs);
        bool isValidated = epochs.Any(epoch => epoch.Validation is not null);
        bool hasAccuracy = epochs.Any(epoch => epoch.Validation is { } validation && !double.IsNaN(validation.Accuracy));
        List<string> head = ["Epoch", "Training loss"];
        if (isValidated)
            head.Add("Validation loss");
        if (hasAccuracy)
            head.Add("Accuracy");
        head.AddRange([.. metrics, "Learning rate", "Time", "Samples/s"]);
        int best = epochs is FitHistory history ? epochs.ToList().IndexOf(history.Best) : -1;
        page.Open("div", ("class", "card"));
        HtmlTable.Write(page, "Figures of the epochs", head, epochs.Select(Row), epochs.Count > 1 ? best : -1);
        if (best >= 0 && epochs.Count > 1)
            page.Element("p", "The best epoch is marked.", ("class", "note"));
        page.Close();

        IReadOnlyList<string> Row(EpochResult epoch)
        {
            List<string> row = [NumberText.Count(epoch.Epoch), NumberText.Loss(epoch.Loss)];
            if (isValidated)
                row.Add(NumberText.Loss(epoch.ValidationLoss));
            if (hasAccuracy)
                row.Add(NumberText.Percent(epoch.Validation?.Accuracy ?? double.NaN));
            row.AddRange(metrics.Select(metric => NumberText.Number(CurvesSection.ValueOf(epoch, metric))));
            row.AddRange(
                [NumberText.Number(epoch.LearningRate), NumberText.Seconds(epoch.Seconds), NumberText.Number(epoch.SamplesPerSecond)]);
            return row;
        }
    }
}
