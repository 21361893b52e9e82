using NetGen.Tests.Data;

namespace NetGen.Reports.Tests.Html;

/// <summary>When the file is written, and what is refused.</summary>
public sealed class HtmlReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string PathOfPage => Path.Combine(folder.Path, "report.html");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_page_is_written_after_each_epoch()
    {
        var states = new List<string>();
        Fit(new HtmlReport(PathOfPage), new EpochAction(_ => states.Add(State())));
        Assert.Equal(["epoch 1 of 3", "epoch 2 of 3", "epoch 3 of 3"], states);
        Assert.Equal("finished", State());
        Assert.Equal(["report.html"], folder.Files());
    }

    [Fact]
    public void A_run_that_fails_leaves_the_last_complete_page()
    {
        var failing = new EpochAction(epoch => throw new InvalidOperationException($"epoch {epoch}"));
        Assert.Throws<InvalidOperationException>(() => Fit(new HtmlReport(PathOfPage), failing));
        Assert.Equal("epoch 1 of 3", State());
        Assert.Equal(["report.html"], folder.Files());
    }

    [Fact]
    public void A_report_that_cannot_be_written_leaves_the_one_before()
    {
        Fit(new HtmlReport(PathOfPage) { Title = "before" });
        Assert.Throws<ArgumentException>(
            () => HtmlReport.Write(PathOfPage, new Points(seed: 1), evaluationSet: SmallSets.Numbers(10)));
        Assert.Equal("before", WrittenPage.Read(PathOfPage).Document.Descendants("h1").Single().Value);
    }

    [Fact]
    public void What_cannot_be_written_is_refused_before_the_first_step()
    {
        string nowhere = Path.Combine(folder.Path, "nowhere", "report.html");
        var steps = new EpochAction(_ => Assert.Fail("An epoch was trained."));
        Assert.Contains(nowhere, Assert.Throws<DirectoryNotFoundException>(() => Fit(new HtmlReport(nowhere), steps)).Message);
        Assert.Contains("is a folder", Assert.Throws<IOException>(() => Fit(new HtmlReport(folder.Path), steps)).Message);
        Assert.Contains(
            "2 names of classes, and Points tells 3 classes apart",
            Assert.Throws<ArgumentException>(() => Fit(new HtmlReport(PathOfPage) { ClassNames = ["a", "b"] }, steps)).Message);
        Assert.Contains(
            "compares with numbers; expected none",
            Assert.Throws<ArgumentException>(() => HtmlReport.Write(PathOfPage, new Numbers(seed: 1), classNames: ["a"])).Message);
        Assert.Empty(folder.Files());
    }

    [Fact]
    public void Arguments_are_checked()
    {
        Assert.Throws<ArgumentException>(() => new HtmlReport(" "));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HtmlReport("a") { Mistakes = -1 });
        Assert.Throws<ArgumentNullException>(() => new HtmlReport("a") { ClassNames = null! });
        Assert.Throws<ArgumentNullException>(() => HtmlReport.Write("a", null!));
    }

    [Fact]
    public void Numbers_of_the_optimizer_are_among_the_settings()
    {
        Fit(new HtmlReport(PathOfPage));
        string[] settings = Settings();
        Assert.Contains("Optimizer: AdamW", settings);
        Assert.Contains("Learning rate: 0.02", settings);
        Assert.Contains("Beta1: 0.8", settings);
        Assert.Contains("Weight decay: 0.05", settings);
        Assert.Contains("Batch size: 16", settings);
        Assert.Contains("Training set: arrays, 60 samples", settings);
    }

    [Fact]
    public void Each_optimizer_states_its_numbers()
    {
        Optimizer[] optimizers =
        [
            new SGD(momentum: 0.9), new Adam(), new AdamW(), new NAdam(), new RMSprop(), new Adagrad(), new Adadelta(), new Lion(),
            new Muon(), new ScheduleFreeAdamW(),
        ];
        Assert.All(optimizers, optimizer =>
        {
            Fit(optimizer, epochs: 1, new HtmlReport(PathOfPage));
            string[] settings = Settings();
            int first = Array.IndexOf(settings, $"Optimizer: {optimizer.GetType().Name}");
            int behind = Array.IndexOf(settings, "Learning-rate schedule: none");
            Assert.StartsWith("Learning rate: ", settings[first + 1], StringComparison.Ordinal);
            Assert.StartsWith("Weight decay: ", settings[behind - 1], StringComparison.Ordinal);
            Assert.InRange(behind - first, 5, 8);
        });
    }

    private static void Fit(params FitCallback[] callbacks) => Fit(new AdamW(0.02, beta1: 0.8, weightDecay: 0.05), 3, callbacks);

    private static void Fit(Optimizer optimizer, int epochs, params FitCallback[] callbacks) => new Points(seed: 1).Fit(
        SmallSets.Points(60), optimizer, epochs, batchSize: 16,
        options: new FitOptions { Validation = SmallSets.Points(40, seed: 2), Callbacks = callbacks });

    private string[] Settings() =>
        [.. WrittenPage.OfClass(WrittenPage.Read(PathOfPage).Section("settings"), "settings").Single()
            .Elements("div").Select(line => $"{line.Element("dt")!.Value}: {line.Element("dd")!.Value}")];

    private string State() =>
        WrittenPage.OfClass(WrittenPage.Read(PathOfPage).Document.Root!, "state").Single().Value;

    /// <summary>Does something after each epoch.</summary>
    private sealed class EpochAction(Action<int> action) : FitCallback
    {
        public override void OnEpochEnd(FitContext fit, EpochResult epoch) => action(epoch.Epoch);
    }
}
