using System.Globalization;

namespace NetGen.Reports;

/// <summary>A confusion matrix as a table with coloured cells, the recall of each class at its right and the precision below.</summary>
internal static class ConfusionTable
{
    private const int Shades = 9;

    /// <summary>Writes it.</summary>
    public static void Write(HtmlWriter page, ConfusionMatrix matrix, ClassLabels classes)
    {
        bool hasNone = matrix.Unclassified > 0;
        long mostConfused = MostConfused(matrix);
        HtmlTable.Open(page, "Confusion matrix", "confusion");
        WriteHead(page, matrix, classes, hasNone);
        page.Open("tbody");
        for (int actual = 0; actual < matrix.Classes; actual++)
        {
            page.Open("tr");
            page.Element("th", classes[actual], ("scope", "row"));
            for (int predicted = 0; predicted < matrix.Classes; predicted++)
                WriteCell(page, matrix, classes, actual, predicted, mostConfused);
            if (hasNone)
                page.Element("td", NumberText.Count(matrix.UnclassifiedOf(actual)));
            page.Element("td", NumberText.Percent(matrix.Recall(actual)), ("class", "sum"));
            page.Close();
        }

        page.Close();
        page.Open("tfoot");
        page.Open("tr");
        page.Element("th", "Precision", ("scope", "row"));
        for (int predicted = 0; predicted < matrix.Classes; predicted++)
            page.Element("td", ShortPercent(matrix.Precision(predicted)), ("title", NumberText.Percent(matrix.Precision(predicted))));
        if (hasNone)
            page.Element("td", "");
        page.Element("td", NumberText.Percent(matrix.Accuracy), ("class", "sum"), ("title", "accuracy"));
        page.Close();
        page.Close();
        HtmlTable.Close(page);
    }

    private static void WriteHead(HtmlWriter page, ConfusionMatrix matrix, ClassLabels classes, bool hasNone)
    {
        page.Open("thead");
        page.Open("tr");
        page.Element("th", "True", ("scope", "col"));
        for (int predicted = 0; predicted < matrix.Classes; predicted++)
            page.Element("th", classes[predicted], ("scope", "col"));
        if (hasNone)
            page.Element("th", "none", ("scope", "col"));
        page.Element("th", "Recall", ("scope", "col"));
        page.Close();
        page.Close();
    }

    private static void WriteCell(
        HtmlWriter page, ConfusionMatrix matrix, ClassLabels classes, int actual, int predicted, long mostConfused)
    {
        long samples = matrix[actual, predicted];
        if (samples == 0)
        {
            page.Element("td", "·", ("class", "zero"));
            return;
        }

        // Mistakes are few beside what is right, and have a scale of their own.
        string kind = actual == predicted ? "right" : "wrong";
        double part = actual == predicted ? matrix.Recall(actual) : Math.Sqrt((double)samples / mostConfused);
        int shade = Math.Clamp((int)Math.Ceiling(part * Shades), 1, Shades);
        page.Element(
            "td", NumberText.Count(samples), ("class", string.Create(CultureInfo.InvariantCulture, $"{kind} shade-{shade}")),
            ("title", $"{classes[actual]} predicted as {classes[predicted]}: {NumberText.Count(samples)}"));
    }

    private static long MostConfused(ConfusionMatrix matrix) => ConfusedPair.Of(matrix, 1) is [var most] ? most.Samples : 1;

    private static string ShortPercent(double part) =>
        double.IsNaN(part) ? "–" : (part * 100).ToString("F1", CultureInfo.InvariantCulture);
}
