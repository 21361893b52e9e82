namespace NetGen.Reports.Tests.Html;

public class ConfusionTests
{
    [Fact]
    public void Pairs_with_the_most_samples_come_first()
    {
        var matrix = new ConfusionMatrix(3);
        Add(matrix, 0, 0, 5);
        Add(matrix, 0, 1, 2);
        Add(matrix, 1, 2, 4);
        Add(matrix, 2, 0, 2);
        matrix.AddUnclassified(2);
        Assert.Equal(
            [new ConfusedPair(1, 2, 4, 1), new ConfusedPair(0, 1, 2, 2 / 7.0), new ConfusedPair(2, 0, 2, 2 / 3.0)],
            ConfusedPair.Of(matrix, 20));
        Assert.Single(ConfusedPair.Of(matrix, 1));
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void Many_classes_have_pairs_alone(int classes, bool hasTable)
    {
        var matrix = new ConfusionMatrix(classes);
        matrix.Add(1, 2);
        matrix.Add(3, 3);
        var page = new HtmlWriter();
        new ConfusionSection().Write(page, Content(matrix), new PlotSvg());
        string text = page.ToString();
        Assert.Equal(hasTable, text.Contains("class=\"confusion\"", StringComparison.Ordinal));
        Assert.Contains("<th scope=\"row\">1</th><td>2</td><td>1</td><td>100.00 %</td>", text, StringComparison.Ordinal);
    }

    private static ReportContent Content(ConfusionMatrix matrix) => new()
    {
        Title = "",
        Network = new Points(seed: 1),
        Epochs = [],
        State = "",
        Written = default,
        Evaluated = new EvaluatedSet("set", 2, 0, matrix, [], [], []),
    };

    private static void Add(ConfusionMatrix matrix, int actual, int predicted, int samples)
    {
        for (int i = 0; i < samples; i++)
            matrix.Add(actual, predicted);
    }
}
