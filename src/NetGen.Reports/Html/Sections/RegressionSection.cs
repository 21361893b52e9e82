namespace NetGen.Reports;

/// <summary>Predicted beside true numbers, and how far they are apart.</summary>
internal sealed class RegressionSection() : ReportSection("regression", "Predicted and true values")
{
    private const int MostOutputs = 4;
    private const int MostPoints = 800;
    private const int Intervals = 25;

    public override bool IsShown(ReportContent content) => content.Evaluated is { Outputs.Count: > 0 };

    public override void WriteBody(HtmlWriter page, ReportContent content, PlotSvg plots)
    {
        IReadOnlyList<RegressionOutput> outputs = content.Evaluated!.Outputs;
        page.Element(
            "p", "On the dashed line predictions equal the true values. A residual is the prediction less the true value.",
            ("class", "lead"));
        page.Open("div", ("class", "plots"));
        WriteErrors(page, outputs);
        foreach (RegressionOutput output in outputs.Take(MostOutputs))
            WritePlots(page, plots, output, outputs.Count > 1 ? $" of output {NumberText.Count(output.Index + 1)}" : "");
        page.Close();
    }

    private static void WriteErrors(HtmlWriter page, IReadOnlyList<RegressionOutput> outputs)
    {
        page.Open("div", ("class", "card"));
        page.Element("h3", "Errors");
        HtmlTable.Write(
            page, "Errors of the outputs",
            ["", .. outputs.Select(output => outputs.Count == 1 ? "value" : $"output {NumberText.Count(output.Index + 1)}")],
            [
                Row("R²", output => output.R2),
                Row("Root mean squared error", output => output.RootMeanSquaredError),
                Row("Mean absolute error", output => output.MeanAbsoluteError),
                Row("Mean residual", output => output.Residuals.Average()),
                Row("Largest residual", output => output.Residuals.Max(Math.Abs)),
            ]);
        page.Close();

        IReadOnlyList<string> Row(string name, Func<RegressionOutput, double> value) =>
            [name, .. outputs.Select(output => NumberText.Number(value(output)))];
    }

    private static void WritePlots(HtmlWriter page, PlotSvg plots, RegressionOutput output, string of)
    {
        (double X, double Y)[] points =
            [.. output.Targets.Zip(output.Predictions, (target, prediction) => ((double)target, (double)prediction))
                .Where(point => double.IsFinite(point.Item2))];
        double[] residuals = [.. output.Residuals.Where(double.IsFinite)];
        if (points.Length == 0)
            return;
        int stride = (points.Length + MostPoints - 1) / MostPoints;
        (double X, double Y)[] drawn = [.. points.Where((_, index) => index % stride == 0)];
        PlotFigure.Write(
            page, $"Predictions{of}", plots.Scatter("true", "predicted", drawn),
            $"Predicted over true values{of}, R² {NumberText.Number(output.R2)}", [],
            stride > 1 ? $"{NumberText.Count(drawn.Length)} of {NumberText.Count(points.Length)} samples" : null);
        PlotFigure.Write(
            page, $"Residuals{of}", plots.Histogram("predicted less true", residuals, Intervals),
            $"Histogram of the residuals{of}, from {NumberText.Number(residuals.Min())} to {NumberText.Number(residuals.Max())}", []);
    }
}
