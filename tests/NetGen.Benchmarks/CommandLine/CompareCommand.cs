using System.CommandLine;
using System.Globalization;
using NetGen.Benchmarks.Comparison;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Models;

namespace NetGen.Benchmarks.CommandLine;

/// <summary>The command <c>compare</c>.</summary>
internal sealed class CompareCommand
{
    private const int MaximalRounds = 1000;
    private static readonly string[] Measures = ["train", "infer", "memory", "first"];

    private readonly Option<string> peers = new("--peers")
    {
        Description = "The folder of the other libraries' harness, built.",
        HelpName = "DIR",
        Required = true,
    };

    private readonly Option<string[]> measures = NamesOption("--measure", "What to compare.", Measures);
    private readonly Option<string[]> models = NamesOption("--model", "The networks.", ModelCatalog.Names);
    private readonly Option<int[]> threads =
        NumbersOption("--threads", "Numbers of threads, each on its own.", MeasurementArguments.MaximalThreads, [1, 2]);
    private readonly Option<int[]> trainingBatches =
        NumbersOption("--train-batch", "Batch sizes of training.", MeasurementArguments.MaximalBatch, [64]);
    private readonly Option<int[]> inferenceBatches =
        NumbersOption("--infer-batch", "Batch sizes of prediction.", MeasurementArguments.MaximalBatch, [1, 64]);
    private readonly Option<string> optimizer = SharedOptions.Optimizer();

    private readonly Option<int> rounds = new("--rounds")
    {
        Description = "How often the programs take turns; the medians are of all rounds together.",
        HelpName = "N",
        DefaultValueFactory = _ => 2,
    };

    private readonly Option<string?> mnist = SharedOptions.Mnist();
    private readonly Option<string?> width = SharedOptions.Width();

    private readonly Option<string?> published = new("--published")
    {
        Description = "The folder of this program as published: its size is compared too, "
            + "and the processes that are started to measure start and memory come from it.",
        HelpName = "DIR",
    };

    private readonly Option<string?> json = new("--json")
    {
        Description = "Append the rows of all runs, and the ratios, to this file.",
        HelpName = "FILE",
    };

    private readonly TimingArguments timing = new();

    public CompareCommand()
    {
        peers.Validators.Add(result =>
        {
            if (result.GetValue(peers) is string folder && !Directory.Exists(folder))
                result.AddError($"{peers.Name}: the folder '{folder}' does not exist.");
        });
        rounds.RequireRange(1, MaximalRounds);
        published.RequireFolder();
        json.RequirePlaceForFile();
        Command = new Command(
            "compare",
            "Runs this program and those of other libraries in turn, and prints the ratios: above 1, NetGen is ahead.");
        Option[] options =
        [
            peers, measures, models, threads, trainingBatches, inferenceBatches, optimizer, rounds, mnist, width, published,
            .. timing.Options, json,
        ];
        foreach (Option option in options)
            Command.Add(option);
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult result)
    {
        TimingOptions times = timing.Read(result);
        var options = new ComparisonOptions(
            new PeersFolder(result.GetRequiredValue(peers), result.GetValue(width)),
            result.GetRequiredValue(measures),
            [.. result.GetRequiredValue(models).Select(ModelCatalog.Named)],
            result.GetRequiredValue(threads),
            result.GetRequiredValue(trainingBatches),
            result.GetRequiredValue(inferenceBatches),
            result.GetRequiredValue(optimizer),
            result.GetRequiredValue(rounds),
            result.GetValue(mnist),
            result.GetValue(width),
            result.GetValue(published),
            ["--reps", Text(times.Repetitions), "--rep", Text(times.RepetitionSeconds), "--warm", Text(times.WarmSeconds)]);
        var tournament = new Tournament(options, result.GetValue(json) is string file ? new JsonLines(file) : null);
        foreach (string measure in options.Measures)
        {
            Console.WriteLine(measure switch
            {
                "train" => tournament.Train(),
                "infer" => tournament.Infer(),
                "memory" => tournament.Memory(),
                _ => tournament.First(),
            });
        }

        if (options.Published is string folder)
            Console.WriteLine(PublishedSizes.Table(folder, options.Peers));
        return 0;
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static Option<int[]> NumbersOption(string name, string description, int highest, int[] standard) => new(name)
    {
        Description = description,
        HelpName = "N[,N]",
        CustomParser = result => OptionRequirements.ReadNumbers(result, 1, highest),
        DefaultValueFactory = _ => standard,
    };

    private static Option<string[]> NamesOption(string name, string description, string[] all) => new(name)
    {
        Description = $"{description} Of {string.Join(", ", all)}; all where none is named.",
        HelpName = "NAME[,NAME]",
        CustomParser = result => OptionRequirements.ReadNames(result, all),
        DefaultValueFactory = _ => all,
    };
}
