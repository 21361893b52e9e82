namespace NetGen.Reports;

/// <summary>Which classes are taken for which: a table of all, or of many classes the pairs that are confused most.</summary>
internal sealed class ConfusionSection() : ReportSection("confusion", "Confusion matrix")
{
    private const int MostClasses = 30;
    private const int MostPairs = 20;
    private const int PairsBesideTable = 8;

    public override bool IsShown(ReportContent content) => content.Evaluated?.Confusion is { Total: > 0 };

    public override void WriteBody(HtmlWriter page, ReportContent content, PlotSvg plots)
    {
        ConfusionMatrix matrix = content.Evaluated!.Confusion!;
        if (matrix.Classes > MostClasses)
        {
            page.Element("p", $"Of {NumberText.Count(matrix.Classes)} classes, the pairs that are confused most.", ("class", "lead"));
            page.Open("div", ("class", "card"));
            WritePairs(page, matrix, content.Classes, MostPairs);
            page.Close();
            return;
        }

        page.Element(
            "p", "True classes in rows, predicted classes in columns. Blue is the recall of a class; the more samples are confused, the "
                + "stronger is the orange.", ("class", "lead"));
        page.Open("div", ("class", "beside"));
        page.Open("div", ("class", "card"));
        ConfusionTable.Write(page, matrix, content.Classes);
        page.Close();
        page.Open("div", ("class", "card"));
        page.Element("h3", "Confused most");
        WritePairs(page, matrix, content.Classes, PairsBesideTable);
        page.Close();
        page.Close();
    }

    private static void WritePairs(HtmlWriter page, ConfusionMatrix matrix, ClassLabels classes, int most)
    {
        ConfusedPair[] pairs = ConfusedPair.Of(matrix, most);
        if (pairs.Length == 0)
        {
            page.Element("p", "No sample is misclassified.");
            return;
        }

        HtmlTable.Write(page, "Pairs of classes that are confused most", ["True", "Predicted", "Samples", "Of its class"],
            pairs.Select(pair => (IReadOnlyList<string>)
                [classes[pair.Actual], classes[pair.Predicted], NumberText.Count(pair.Samples), NumberText.Percent(pair.Part)]));
    }
}
