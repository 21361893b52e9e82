using System.Globalization;
using System.Text.Json.Nodes;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Models;
using NetGen.Benchmarks.Report;

namespace NetGen.Benchmarks.Comparison;

/// <summary>
/// Runs this program and the other libraries' in turn, A B A B, each run in a process of its own. Compares the medians of all rounds.
/// </summary>
/// <param name="options">What is compared.</param>
/// <param name="rows">Where the rows of all runs and the ratios go, or null.</param>
internal sealed class Tournament(ComparisonOptions options, JsonLines? rows)
{
    private const int StartsPerRound = 5;
    private const double Micro = 1e6;

    private readonly Contestant netGen =
        Contestant.NetGen(null) with { Environment = Contestant.Settings(InstructionLimit.OfNet(options.Width)) };
    private readonly Contestant published = Contestant.NetGen(options.Published);

    /// <summary>Training steps: images a second, against TorchSharp as it comes and tuned.</summary>
    public string Train()
    {
        Contestant[] peers = [options.Peers.TorchSharp, options.Peers.TorchSharpTuned, options.Peers.TorchSharpTunedChannelsLast];
        var table = new MarkdownTable(
            words: 1, ["training, images/s", "threads", "batch", "NetGen", .. peers.Select(peer => peer.Name), "ratio to the best"]);
        foreach ((BenchmarkModel model, int threads) in Cases())
        {
            // Channels last is a layout of images.
            Contestant[] entrants = model.TakesImages ? peers : peers[..^1];
            string[] arguments =
            [
                "--model", model.Name, "--threads", Text(threads),
                "--batch", string.Join(',', options.TrainingBatches.Select(Text)), "--opt", options.Optimizer,
                .. options.Timing, .. options.Mnist is null ? (string[])[] : ["--mnist", options.Mnist],
            ];
            Samples samples = Rounds("train", entrants, arguments, Times);
            foreach (int batch in options.TrainingBatches)
            {
                double Speed(Contestant contestant) => batch * Micro / samples.Median(contestant, Text(batch));
                double best = entrants.Max(Speed);
                double ratio = Speed(netGen) / best;
                table.Add([
                    model.Name, Text(threads), Text(batch), Number(Speed(netGen)),
                    .. peers.Select(peer => entrants.Contains(peer) ? Number(Speed(peer)) : ""), Ratio(ratio),
                ]);
                WriteRatio("train", "images_per_s", model, threads, batch, Speed(netGen), entrants.MaxBy(Speed)!, best, ratio);
            }
        }

        return table.ToString();
    }

    /// <summary>Predictions: microseconds a call, against ONNX Runtime.</summary>
    public string Infer()
    {
        Contestant peer = options.Peers.OnnxRuntime;
        var table = new MarkdownTable(words: 1, "inference, µs a call", "threads", "batch", "NetGen", peer.Name, "ratio");
        foreach ((BenchmarkModel model, int threads) in Cases())
        {
            options.Peers.RequireExported(model.Name);
            string[] arguments =
            [
                "--model", model.Name, "--threads", Text(threads),
                "--batch", string.Join(',', options.InferenceBatches.Select(Text)), .. options.Timing,
            ];
            Samples samples = Rounds("infer", [peer], arguments, Times);
            foreach (int batch in options.InferenceBatches)
            {
                double own = samples.Median(netGen, Text(batch)), other = samples.Median(peer, Text(batch));
                table.Add(model.Name, Text(threads), Text(batch), Number(own), Number(other), Ratio(other / own));
                WriteRatio("infer", "us_per_call", model, threads, batch, own, peer, other, other / own);
            }
        }

        return table.ToString();
    }

    /// <summary>The largest working set of a training process in MiB, against TorchSharp.</summary>
    public string Memory()
    {
        Contestant peer = options.Peers.TorchSharp;
        var table = new MarkdownTable(words: 1, "training, peak MiB", "threads", "batch", "NetGen", peer.Name, "ratio");
        foreach ((BenchmarkModel model, int threads) in Cases())
        {
            foreach (int batch in options.TrainingBatches)
            {
                string[] arguments =
                [
                    "--model", model.Name, "--threads", Text(threads), "--batch", Text(batch), "--opt", options.Optimizer,
                    "--steps", "100",
                ];
                var samples = new Samples();
                for (int round = 0; round < options.Rounds; round++)
                {
                    Run(published, "memory", arguments, round, samples, Peak);
                    Run(peer, "rss", arguments, round, samples, Peak);
                }

                double own = samples.Median(published, Text(batch)), other = samples.Median(peer, Text(batch));
                table.Add(model.Name, Text(threads), Text(batch), Number(own), Number(other), Ratio(other / own));
                WriteRatio("memory", "peak_mib", model, threads, batch, own, peer, other, other / own);
            }
        }

        return table.ToString();
    }

    /// <summary>Milliseconds from the start of a process to its first prediction, against both.</summary>
    public string First()
    {
        Contestant[] peers = [options.Peers.OnnxRuntime, options.Peers.TorchSharp];
        var table = new MarkdownTable(
            words: 1, ["first prediction, ms", "NetGen", .. peers.Select(peer => peer.Name), "ratio to the best"]);
        foreach (BenchmarkModel model in options.Models)
        {
            options.Peers.RequireExported(model.Name);
            var samples = new Samples();
            for (int round = 0; round < options.Rounds * StartsPerRound; round++)
            {
                Run(published, "first", StartOf(model), round, samples, FirstPrediction);
                foreach (Contestant peer in peers)
                    Run(peer, "cold", StartOf(model), round, samples, FirstPrediction);
            }

            double Time(Contestant contestant) => samples.Median(contestant, "");
            double best = peers.Min(Time);
            table.Add([model.Name, Number(Time(published)), .. peers.Select(peer => Number(Time(peer))), Ratio(best / Time(published))]);
            WriteRatio("first", "ms", model, threads: 1, batch: 1, Time(published), peers.MinBy(Time)!, best, best / Time(published));
        }

        return table.ToString();
    }

    private IEnumerable<(BenchmarkModel Model, int Threads)> Cases() =>
        options.Models.SelectMany(model => options.Threads.Select(threads => (model, threads)));

    private Samples Rounds(string mode, Contestant[] peers, string[] arguments, Func<JsonObject, (string, IEnumerable<double>)> read)
    {
        var samples = new Samples();
        for (int round = 0; round < options.Rounds; round++)
        {
            Run(netGen, mode, arguments, round, samples, read);
            foreach (Contestant peer in peers)
                Run(peer, mode, arguments, round, samples, read);
        }

        return samples;
    }

    private void Run(
        Contestant contestant, string mode, IEnumerable<string> arguments, int round, Samples samples,
        Func<JsonObject, (string Case, IEnumerable<double> Values)> read)
    {
        foreach (JsonObject row in ChildProcess.Run(contestant, mode, arguments))
        {
            (string measuredCase, IEnumerable<double> values) = read(row);
            samples.Add(contestant, measuredCase, values);
            row["contestant"] = contestant.Name;
            row["round"] = round + 1;
            rows?.Write(row);
        }
    }

    // The time of the start is taken when the arguments are read, just before the process begins.
    private static IEnumerable<string> StartOf(BenchmarkModel model)
    {
        yield return "--model";
        yield return model.Name;
        yield return "--t0";
        yield return FirstResult.UnixNanoseconds().ToString(CultureInfo.InvariantCulture);
    }

    private static (string, IEnumerable<double>) Times(JsonObject row) =>
        (Text((int)row["batch"]!), row["samples_us"]!.AsArray().Select(sample => (double)sample!));

    private static (string, IEnumerable<double>) Peak(JsonObject row) => (Text((int)row["batch"]!), [(double)row["peak_mib"]!]);

    private static (string, IEnumerable<double>) FirstPrediction(JsonObject row) => ("", [(double)row["first_ms"]!]);

    private void WriteRatio(
        string measure, string unit, BenchmarkModel model, int threads, int batch, double own,
        Contestant peer, double other, double ratio) => rows?.Write(new JsonObject
        {
            ["bench"] = "compare",
            ["measure"] = measure,
            ["unit"] = unit,
            ["model"] = model.Name,
            ["threads"] = threads,
            ["batch"] = batch,
            ["netgen"] = own,
            ["peer"] = peer.Name,
            ["peer_value"] = other,
            ["ratio"] = ratio,
        });

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Ratio(double ratio) => ratio.ToString("F2", CultureInfo.InvariantCulture);

    // Four digits at least, and no more than the measurement is worth.
    private static string Number(double value) =>
        value.ToString(value < 10 ? "F3" : value < 1000 ? "F1" : "N0", CultureInfo.InvariantCulture);
}
