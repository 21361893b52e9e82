using System.Text.Json;
using NetGen.Tests.Data;

namespace NetGen.Reports.Tests.JsonLines;

public class JsonLinesLogTests
{
    [Fact]
    public void A_fit_is_written_line_by_line()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "runs", "stripes.jsonl");
        using var log = new JsonLinesLog(path)
        {
            EverySteps = 4,
            ValidationName = "test",
            Fields = new Dictionary<string, string> { ["model"] = "stripes", ["dataset"] = "drawn" },
        };
        FitHistory history = Fit(log, Stripes.Draw(40, seed: 1));

        JsonElement[] lines = Read(path);
        Assert.Equal(["settings", "step", "epoch", "step", "epoch", "end"], lines.Select(line => line.GetProperty("event").GetString()));
        Assert.All(lines, line => Assert.Equal("stripes", line.GetProperty("model").GetString()));
        JsonElement settings = lines[0];
        Assert.Equal("StripeNet", settings.GetProperty("network").GetString());
        Assert.Equal(8, settings.GetProperty("batch_size").GetInt32());
        Assert.Equal(0.1, settings.GetProperty("learning_rate").GetDouble());
        Assert.True(settings.GetProperty("shuffle").GetBoolean());
        Assert.Single(settings.EnumerateObject(), field => field.Name == "dataset");
        Assert.Equal([4, 8], new[] { lines[1], lines[3] }.Select(line => line.GetProperty("step").GetInt32()));
        Assert.Equal(
            [
                "event", "epoch", "step", "train_loss", "test_loss", "test_accuracy", "test_f1", "learning_rate", "seconds", "samples",
                "samples_per_second", "model", "dataset",
            ],
            lines[2].EnumerateObject().Select(field => field.Name));
        for (int epoch = 0; epoch < 2; epoch++)
        {
            JsonElement line = lines[2 + (2 * epoch)];
            Assert.Equal(epoch + 1, line.GetProperty("epoch").GetInt32());
            Assert.Equal(history[epoch].Loss, line.GetProperty("train_loss").GetDouble());
            Assert.Equal(history[epoch].ValidationLoss, line.GetProperty("test_loss").GetDouble());
            Assert.Equal(history[epoch].Validation!["f1"], line.GetProperty("test_f1").GetDouble());
        }

        Assert.Equal(history.Best.Epoch, lines[^1].GetProperty("best_epoch").GetInt32());
    }

    [Fact]
    public void A_further_fit_is_appended()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "stripes.jsonl");
        for (int fit = 0; fit < 2; fit++)
        {
            using var log = new JsonLinesLog(path);
            Fit(log, Stripes.Draw(16, seed: 1));
        }

        Assert.Equal(2 * 4, Read(path).Length);
    }

    /// <summary>JSON has no NaN, and a fit that fails says why in its last line.</summary>
    [Fact]
    public void What_is_not_finite_is_null()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "stripes.jsonl");
        using (var log = new JsonLinesLog(path))
        {
            var network = new StripeNet(seed: 1);
            network.Linear1.Bias.Values[0] = float.NaN;
            network.Fit(Stripes.Draw(16, seed: 1), new SGD(0.1), epochs: 1, options: new FitOptions
            {
                Callbacks = [log],
                StopAtNonFiniteLoss = false,
            }, cancellation: TestContext.Current.CancellationToken);
            Assert.Throws<NonFiniteLossException>(() => network.Fit(
                Stripes.Draw(16, seed: 1), new SGD(0.1), epochs: 1, options: new FitOptions { Callbacks = [log] },
                cancellation: TestContext.Current.CancellationToken));
        }

        JsonElement[] lines = Read(path);
        Assert.Equal(JsonValueKind.Null, lines[1].GetProperty("train_loss").ValueKind);
        Assert.Contains("NaN", lines[^1].GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new JsonLinesLog(""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonLinesLog("x") { EverySteps = 0 });
        Assert.Throws<ArgumentException>(() => new JsonLinesLog("x") { ValidationName = "" });
    }

    private static FitHistory Fit(JsonLinesLog log, ArrayDataSet data) => new StripeNet(seed: 1).Fit(
        data, new SGD(0.1), epochs: 2, batchSize: 8, options: new FitOptions
        {
            Validation = Stripes.Draw(20, seed: 2),
            Metrics = ["f1"],
            Callbacks = [log],
        }, cancellation: TestContext.Current.CancellationToken);

    private static JsonElement[] Read(string path) => [.. File.ReadAllLines(path).Select(line => JsonDocument.Parse(line).RootElement)];
}
