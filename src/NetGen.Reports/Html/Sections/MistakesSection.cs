using System.Globalization;

namespace NetGen.Reports;

/// <summary>The samples with the highest loss, as pictures where they are images.</summary>
internal sealed class MistakesSection() : ReportSection("mistakes", "Worst mistakes")
{
    private const int MostValues = 12;
    private const int MostClasses = 3;

    public override bool IsShown(ReportContent content) => content.Evaluated is { Worst.Count: > 0 };

    public override void WriteBody(HtmlWriter page, ReportContent content, PlotSvg plots)
    {
        IReadOnlyList<EvaluatedSample> worst = content.Evaluated!.Worst;
        string bars = worst.Any(sample => sample.Probabilities.Length > 0) ? " The bar of the true class is blue." : "";
        page.Element("p", $"The {NumberText.Count(worst.Count)} samples with the highest loss.{bars}", ("class", "lead"));
        page.Open("ul", ("class", SamplePicture.IsImage(content.Network) ? "samples images" : "samples"));
        foreach (EvaluatedSample sample in worst)
            WriteSample(page, content, sample);
        page.Close();
    }

    private static void WriteSample(HtmlWriter page, ReportContent content, EvaluatedSample sample)
    {
        page.Open("li", ("class", "card"));
        WriteInput(page, content.Network, sample);
        page.Open("div", ("class", "about"));
        if (sample.Labels.Length == 1)
            WriteClasses(page, content.Classes, sample);
        else if (sample.Labels.Length > 1)
            page.Element("p", $"{NumberText.Count(WrongLabels(sample))} of {NumberText.Count(sample.Labels.Length)} labels wrong");
        else if (!content.Network.Description.Loss!.TargetIsInput)
            WriteNumbers(page, sample);
        page.Element("p", $"sample {NumberText.Count(sample.Index)}, loss {NumberText.Number(sample.Loss)}", ("class", "note"));
        page.Close();
        page.Close();
    }

    private static void WriteInput(HtmlWriter page, Network network, EvaluatedSample sample)
    {
        if (SamplePicture.IsImage(network) && sample.Input.Length > 0)
        {
            SamplePicture.Of(network, sample.Input).Write(page, $"Sample {NumberText.Count(sample.Index)}");
            if (network.Description.Loss!.TargetIsInput)
                SamplePicture.Of(network, sample.Output).Write(page, $"What the network gives for sample {NumberText.Count(sample.Index)}");
            return;
        }

        page.Open("dl", ("class", "numbers"));
        page.Element("dt", "input");
        page.Element("dd", sample.Tokens.Length > 0 ? Tokens(sample.Tokens) : Numbers(sample.Input));
        page.Close();
    }

    private static void WriteClasses(HtmlWriter page, ClassLabels classes, EvaluatedSample sample)
    {
        int actual = sample.Labels[0], predicted = sample.Predictions[0];
        page.Open("p", ("class", "verdict"));
        page.Element("span", classes[actual], ("class", "true"));
        page.Text(predicted == actual ? " classified correctly" : " classified as ");
        if (predicted != actual)
            page.Element("span", classes[predicted], ("class", "false"));
        page.Close();
        if (sample.Probabilities.Length == 0)
            return;
        int[] shown = [.. Enumerable.Range(0, sample.Probabilities.Length)
            .OrderByDescending(label => sample.Probabilities[label]).Take(MostClasses)];
        if (!shown.Contains(actual))
            shown[^1] = actual;
        page.Open("ul", ("class", "bars"));
        foreach (int label in shown)
            WriteBar(page, classes[label], sample.Probabilities[label], label == actual);
        page.Close();
    }

    private static void WriteBar(HtmlWriter page, string name, float probability, bool isActual)
    {
        string width = (probability * 100).ToString("F1", CultureInfo.InvariantCulture) + "%";
        string percent = probability is > 0 and < 0.0005f ? "< 0.1 %" : width.Replace("%", " %", StringComparison.Ordinal);
        page.Open("li", ("class", isActual ? "actual" : null));
        page.Element("span", name, ("class", "name"));
        page.Open("span", ("class", "bar"));
        page.Element("span", "", ("style", $"width:{width}"));
        page.Close();
        page.Element("span", percent, ("class", "part"));
        page.Close();
    }

    private static void WriteNumbers(HtmlWriter page, EvaluatedSample sample)
    {
        page.Open("dl", ("class", "numbers"));
        page.Element("dt", "true");
        page.Element("dd", Numbers(sample.Target));
        page.Element("dt", "predicted");
        page.Element("dd", Numbers(sample.Output));
        page.Close();
    }

    private static string Tokens(int[] tokens) =>
        string.Join(" ", tokens.Take(MostValues).Select(token => token.ToString(CultureInfo.InvariantCulture)))
            + (tokens.Length > MostValues ? " …" : "");

    private static string Numbers(float[] values) =>
        string.Join(", ", values.Take(MostValues).Select(value => NumberText.Number(value))) + (values.Length > MostValues ? ", …" : "");

    private static int WrongLabels(EvaluatedSample sample) =>
        sample.Labels.Zip(sample.Predictions).Count(pair => pair.First != pair.Second);
}
