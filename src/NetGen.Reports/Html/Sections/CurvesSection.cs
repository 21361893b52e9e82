namespace NetGen.Reports;

/// <summary>How loss, metrics, learning rate, gradients and speed went.</summary>
internal sealed class CurvesSection() : ReportSection("curves", "Curves")
{
    // Losses that span more than this are drawn over a logarithmic axis.
    private const double LinearRange = 50;

    public override bool IsShown(ReportContent content) => content.Epochs.Count > 0;

    public override void WriteBody(HtmlWriter page, ReportContent content, PlotSvg plots)
    {
        IReadOnlyList<EpochResult> epochs = content.Epochs;
        page.Open("div", ("class", "plots"));
        Figure(page, plots, "Loss", "epoch",
            [OfEpochs("training", epochs, epoch => epoch.Loss), OfEpochs("validation", epochs, epoch => epoch.ValidationLoss)]);
        if (epochs.Any(epoch => epoch.Validation is { } validation && !double.IsNaN(validation.Accuracy)))
        {
            Figure(page, plots, "Accuracy", "epoch",
                [OfEpochs("validation", epochs, epoch => epoch.Validation?.Accuracy ?? double.NaN)]);
        }

        foreach (string metric in Metrics(epochs))
            Figure(page, plots, metric, "epoch", [OfEpochs("validation", epochs, epoch => ValueOf(epoch, metric))]);
        WriteSteps(page, content, plots);
        Figure(page, plots, "Samples a second", "epoch", [OfEpochs("training", epochs, epoch => epoch.SamplesPerSecond)]);
        page.Close();
    }

    /// <summary>The metrics of the validation, without the accuracy, which has a plot of its own.</summary>
    internal static string[] Metrics(IReadOnlyList<EpochResult> epochs) =>
        [.. epochs.SelectMany(epoch => epoch.Validation?.Metrics.Keys ?? []).Distinct(StringComparer.Ordinal).Except(["accuracy"])];

    internal static double ValueOf(EpochResult epoch, string metric) =>
        epoch.Validation?.Metrics.TryGetValue(metric, out double value) == true ? value : double.NaN;

    private static void WriteSteps(HtmlWriter page, ReportContent content, PlotSvg plots)
    {
        StepPoint[] steps = content.Steps is null ? [] : content.Steps.Points.ToArray();
        if (steps.Length == 0)
        {
            Figure(page, plots, "Learning rate", "epoch", [OfEpochs("last step", content.Epochs, epoch => epoch.LearningRate)]);
            return;
        }

        Figure(page, plots, "Learning rate", "step", [OfSteps("learning rate", steps, step => step.LearningRate)]);
        Figure(page, plots, "Norm of the gradients", "step", [OfSteps("before clipping", steps, step => step.GradientNorm)]);
    }

    private static PlotCurve OfEpochs(string name, IReadOnlyList<EpochResult> epochs, Func<EpochResult, double> value) =>
        new(name, [.. epochs.Select(epoch => ((double)epoch.Epoch, value(epoch)))]);

    private static PlotCurve OfSteps(string name, StepPoint[] steps, Func<StepPoint, double> value) =>
        new(name, [.. steps.Select(step => ((double)step.Step, value(step)))]);

    private static void Figure(HtmlWriter page, PlotSvg plots, string title, string across, PlotCurve[] curves)
    {
        curves = [.. curves.Where(curve => curve.HasPoints)];
        if (curves.Length == 0)
            return;
        double[] values = [.. curves.SelectMany(curve => curve.Points).Select(point => point.Y).Where(double.IsFinite)];
        bool isLogarithmic = title == "Loss" && values.Min() > 0 && values.Max() / values.Min() > LinearRange;
        PlotFigure.Write(
            page, title, plots.Curves(across, curves, isLogarithmic), Describe(title, across, curves),
            curves.Length > 1 ? [.. curves.Select(curve => curve.Name)] : [], isLogarithmic ? "logarithmic" : null);
    }

    private static string Describe(string title, string across, PlotCurve[] curves) =>
        $"{title} by {across}: " + string.Join("; ", curves.Select(curve =>
        {
            (double X, double Y)[] points = [.. curve.Points.Where(point => double.IsFinite(point.Y))];
            return $"{curve.Name} from {NumberText.Number(points[0].Y)} to {NumberText.Number(points[^1].Y)}";
        }));
}
