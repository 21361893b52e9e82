using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NetGen.Tests.Data;

namespace NetGen.Reports.Tests.Html;

/// <summary>What stands on the page.</summary>
public sealed partial class ReportPageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string PathOfPage => Path.Combine(folder.Path, "report.html");

    public static TheoryData<string> Networks => ["Shapes", "Points", "Numbers", "Sides", "Tagger", "Copier"];

    public void Dispose() => folder.Dispose();

    [Theory, MemberData(nameof(Networks))]
    public void A_page_is_well_formed_and_loads_nothing(string network)
    {
        WrittenPage page = Fit(network);
        Assert.Equal("en", page.Document.Root!.Attribute("lang")!.Value);
        foreach (XAttribute attribute in page.Document.Descendants().Attributes())
        {
            if (attribute.Name.LocalName is "src" or "href")
                Assert.Matches("^(data:image/png;base64,|#)", attribute.Value);
        }

        string rest = page.Text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal)
            .Replace("http-equiv", "", StringComparison.Ordinal);
        Assert.DoesNotContain("http", rest, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", rest, StringComparison.Ordinal);
        Assert.All(Address().Matches(rest).Select(match => match.Groups[1].Value), address => Assert.StartsWith("#", address));
        Assert.DoesNotContain("rgb(", rest, StringComparison.Ordinal);
        Assert.InRange(page.Text.Length, 10_000, 500_000);
    }

    [Theory, MemberData(nameof(Networks))]
    public void Pictures_tables_and_addresses_are_accessible(string network)
    {
        WrittenPage page = Fit(network);
        string[] ids = [.. page.Document.Descendants().Attributes("id").Select(id => id.Value)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.Document.Descendants("img"), image => Assert.NotEmpty(image.Attribute("alt")!.Value));
        Assert.All(page.Document.Descendants("th"), heading => Assert.NotNull(heading.Attribute("scope")));
        Assert.All(
            page.Document.Descendants("a"), link => Assert.Contains(link.Attribute("href")!.Value[1..], ids));
        Assert.All(Address().Matches(page.Text).Select(match => match.Groups[1].Value), address => Assert.Contains(address[1..], ids));
    }

    [Theory]
    [InlineData("Shapes", "overview curves confusion mistakes filters features layers epochs settings")]
    [InlineData("Points", "overview curves confusion mistakes features layers epochs settings")]
    [InlineData("Numbers", "overview curves regression mistakes features layers epochs settings")]
    [InlineData("Sides", "overview curves confusion mistakes features layers epochs settings")]
    [InlineData("Tagger", "overview curves confusion mistakes layers epochs settings")]
    [InlineData("Copier", "overview curves mistakes filters features layers epochs settings")]
    public void Sections_appear_where_their_data_is(string network, string sections) =>
        Assert.Equal(sections.Split(' '), Fit(network).Sections);

    [Fact]
    public void Without_an_evaluation_set_there_are_no_predictions()
    {
        Assert.Equal(
            ["overview", "curves", "filters", "layers", "epochs", "settings"],
            Fit(new Shapes(seed: 1), SmallSets.Shapes(60), validation: null).Sections);
    }

    [Fact]
    public void A_network_is_shown_without_its_training()
    {
        HtmlReport.Write(PathOfPage, new Points(seed: 1), evaluationSet: SmallSets.Points(50), summary: Points.Summary);
        WrittenPage page = WrittenPage.Read(PathOfPage);
        Assert.Equal(["overview", "confusion", "mistakes", "features", "layers", "settings"], page.Sections);
        Assert.Contains(Points.Summary.Split('\n')[0], page.Section("layers").Element("div")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_from_outside_are_escaped()
    {
        const string Name = "<b>\"fish\" & 'chips'</b>\u0001";
        HtmlReport.Write(
            PathOfPage, new Points(seed: 1), evaluationSet: SmallSets.Points(50), title: Name, classNames: [Name, "é", "日本"]);
        WrittenPage page = WrittenPage.Read(PathOfPage);
        Assert.Empty(page.Document.Descendants("b"));
        string shown = Name.Replace('\u0001', '\uFFFD');
        Assert.Equal(shown, page.Document.Descendants("h1").Single().Value);
        Assert.Equal(shown, page.Document.Descendants("title").Single().Value);
        XElement table = WrittenPage.OfClass(page.Section("confusion"), "confusion").Single();
        Assert.Equal(["True", shown, "é", "日本", "Recall"], table.Element("thead")!.Descendants("th").Select(heading => heading.Value));
    }

    [Fact]
    public void The_confusion_matrix_is_that_of_the_evaluation()
    {
        var network = new Points(seed: 3);
        ArrayDataSet set = SmallSets.Points(300);
        HtmlReport.Write(PathOfPage, network, evaluationSet: set);
        Evaluation expected = network.Evaluate(set);
        WrittenPage page = WrittenPage.Read(PathOfPage);
        string[][] rows = WrittenPage.Rows(WrittenPage.OfClass(page.Section("confusion"), "confusion").Single());
        for (int actual = 0; actual < 3; actual++)
        {
            Assert.Equal(
                Enumerable.Range(0, 3).Select(predicted => expected.Confusion![actual, predicted]),
                rows[actual][1..4].Select(cell => cell == "·" ? 0 : long.Parse(cell, CultureInfo.InvariantCulture)));
            Assert.Equal(NumberText.Percent(expected.Confusion!.Recall(actual)), rows[actual][4]);
        }

        string[] values = [.. WrittenPage.OfClass(page.Section("overview"), "value").Select(value => value.Value)];
        Assert.Equal([NumberText.Percent(expected.Accuracy), NumberText.Loss(expected.Loss)], values[..2]);
    }

    [Fact]
    public void The_worst_samples_are_those_with_the_highest_loss()
    {
        var network = new Points(seed: 3);
        ArrayDataSet set = SmallSets.Points(300);
        HtmlReport.Write(PathOfPage, network, evaluationSet: set);
        int[] worst = [.. Enumerable.Range(0, 300).OrderByDescending(index => LossOf(network, set, index)).Take(16)];
        string[] shown = [.. WrittenPage.OfClass(WrittenPage.Read(PathOfPage).Section("mistakes"), "note").Select(note => note.Value)];
        Assert.Equal(worst.Select(index => $"sample {index}"), shown.Select(note => note.Split(',')[0]));
    }

    [Fact]
    public void Errors_of_a_regression_are_those_of_the_metrics()
    {
        var network = new Numbers(seed: 3);
        ArrayDataSet set = SmallSets.Numbers(200);
        HtmlReport.Write(PathOfPage, network, evaluationSet: set);
        string[][] rows = WrittenPage.Rows(WrittenPage.Read(PathOfPage).Section("regression").Descendants("table").Single());
        Evaluation expected = network.Evaluate(set, metrics: ["r2", "mse", "mae"]);
        Assert.Equal(expected["r2"], Mean(rows[0], value => value), 2e-3);
        Assert.Equal(expected["mse"], Mean(rows[1], value => value * value), 2e-3);
        Assert.Equal(expected["mae"], Mean(rows[2], value => value), 2e-3);

        static double Mean(string[] row, Func<double, double> value) =>
            row[1..].Average(cell => value(double.Parse(cell, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Numbers_do_not_follow_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator) = (",", ".");
        other.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = other;
            HtmlReport.Write(PathOfPage, new Numbers(seed: 3), evaluationSet: SmallSets.Numbers(200));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        string written = WithoutTime(File.ReadAllText(PathOfPage));
        HtmlReport.Write(PathOfPage, new Numbers(seed: 3), evaluationSet: SmallSets.Numbers(200));
        Assert.Equal(WithoutTime(File.ReadAllText(PathOfPage)), written);

        static string WithoutTime(string text) => Time().Replace(text, "");
    }

    private static double LossOf(Network network, ArrayDataSet set, int index)
    {
        float[] sample = new float[set.SampleSize];
        int[] label = new int[1];
        set.CopySamples([index], sample);
        set.CopyLabels([index], label);
        return Loss.CrossEntropy(network.Predict(sample), label, default(Span<float>));
    }

    private WrittenPage Fit(string name)
    {
        (Network network, IDataSet train, IDataSet test) = name switch
        {
            "Shapes" => ((Network)new Shapes(seed: 1), (IDataSet)SmallSets.Shapes(60), (IDataSet)SmallSets.Shapes(40, seed: 2)),
            "Points" => (new Points(seed: 1), SmallSets.Points(60), SmallSets.Points(40, seed: 2)),
            "Numbers" => (new Numbers(seed: 1), SmallSets.Numbers(60), SmallSets.Numbers(40, seed: 2)),
            "Sides" => (new Sides(seed: 1), SmallSets.Points(60, classes: 2), SmallSets.Points(40, classes: 2, seed: 2)),
            "Tagger" => (new Tagger(seed: 1), SmallSets.Words(60), SmallSets.Words(40, seed: 2)),
            _ => (new Copier(seed: 1), SmallSets.Images(60), SmallSets.Images(40, seed: 2)),
        };
        return Fit(network, train, test);
    }

    private WrittenPage Fit(Network network, IDataSet train, IDataSet? validation)
    {
        network.Fit(train, new Adam(), 2, batchSize: 16, options: new FitOptions
        {
            Validation = validation,
            ClipNorm = 1,
            Callbacks = [new HtmlReport(PathOfPage)],
        });
        return WrittenPage.Read(PathOfPage);
    }

    [GeneratedRegex(@"url\(([^)]*)\)")]
    private static partial Regex Address();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d UTC")]
    private static partial Regex Time();
}
