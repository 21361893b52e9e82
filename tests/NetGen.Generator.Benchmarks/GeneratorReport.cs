using System.Globalization;
using System.Text.Json.Nodes;
using NetGen.Benchmarks.Comparison;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Report;

namespace NetGen.Generator.Benchmarks;

/// <summary>Measures each network in processes of its own, since only the first run of a process is cold.</summary>
internal static class GeneratorReport
{
    /// <summary>The table of medians over all rounds; the rows of all processes are appended to a file where one is named.</summary>
    public static string Measure(string[] networks, int rounds, int repetitions, string? file)
    {
        Contestant self = Contestant.Of("NetGen", typeof(GeneratorReport).Assembly);
        JsonLines? lines = file is null ? null : new JsonLines(file);
        var samples = new Samples();
        var cases = new List<string>();
        var sizes = new Dictionary<string, int>();
        for (int round = 0; round < rounds; round++)
        {
            foreach (string network in networks)
            {
                string[] arguments = ["--network", network, "--reps", repetitions.ToString(CultureInfo.InvariantCulture)];
                foreach (JsonObject row in ChildProcess.Run(self, "run", arguments))
                {
                    string measuredCase = (string)row["case"]!;
                    if (!cases.Contains(measuredCase))
                        cases.Add(measuredCase);
                    sizes[network] = (int)row["characters"]!;
                    samples.Add(self, network + measuredCase, row["samples_ms"]!.AsArray().Select(sample => (double)sample!));
                    lines?.Write(row);
                }
            }
        }

        var table = new MarkdownTable(words: 1, ["ms", .. networks]);
        foreach (string measuredCase in cases)
            table.Add(
            [
                measuredCase,
                .. networks.Select(network => samples.Median(self, network + measuredCase).ToString("F1", CultureInfo.InvariantCulture)),
            ]);
        table.Add(["emitted, characters", .. networks.Select(network => sizes[network].ToString("N0", CultureInfo.InvariantCulture))]);
        return table.ToString();
    }
}
