using System.CommandLine;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Models;
using NetGen.Benchmarks.Report;
using NetGen.Runtime;

namespace NetGen.Benchmarks.CommandLine;

/// <summary>The commands <c>train</c> and <c>infer</c>: the options that they share, and <c>--opt</c> of <c>train</c>.</summary>
internal sealed class MeasurementCommand
{
    private const int MaximalThreads = 256;
    private const int MaximalBatch = 65_536;
    private const int MaximalRepetitions = 10_000;

    private readonly Option<string> model = new("--model")
    {
        Description = "The network.",
        HelpName = string.Join('|', ModelCatalog.Names),
        DefaultValueFactory = _ => "mlp",
    };

    private readonly Option<int[]> batch = new("--batch")
    {
        Description = "Samples a step or call; one row for each number.",
        HelpName = "N[,N]",
        CustomParser = result => OptionRequirements.ReadNumbers(result, 1, MaximalBatch),
    };

    private readonly Option<int> threads = new("--threads")
    {
        Description = "Threads that share a batch.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string> optimizer = new("--opt")
    {
        Description = "The optimizer: sgd (with momentum 0.9) or adam.",
        HelpName = string.Join('|', BenchmarkOptimizers.Names),
        DefaultValueFactory = _ => "sgd",
    };

    private readonly Option<string?> mnist = new("--mnist")
    {
        Description = "A folder with MNIST's training files, gzipped or not, for the networks that take digits. Without it: random numbers.",
        HelpName = "DIR",
    };

    private readonly Option<int> repetitions = new("--reps")
    {
        Description = "How many samples of the time are taken.",
        HelpName = "N",
        DefaultValueFactory = _ => 15,
    };

    private readonly Option<double> repetitionSeconds = new("--rep")
    {
        Description = "About how long each sample takes.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 0.15,
    };

    private readonly Option<double> warmSeconds = new("--warm")
    {
        Description = "How long the steps run before, at least.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string> width = new("--width")
    {
        Description = "Floats in a vector; without it, the most that the machine has.",
        HelpName = "16|8|4|1",
    };

    private readonly Option<string?> json = new("--json")
    {
        Description = "Append the rows to this file; without it they go to the output stream.",
        HelpName = "FILE",
    };

    private MeasurementCommand(string name, string description, bool trains)
    {
        batch.DefaultValueFactory = _ => trains ? [64] : [1, 64, 256];
        model.AcceptOnlyFromAmong(ModelCatalog.Names);
        optimizer.AcceptOnlyFromAmong(BenchmarkOptimizers.Names);
        width.AcceptOnlyFromAmong("16", "8", "4", "1");
        threads.RequireRange(1, MaximalThreads);
        repetitions.RequireRange(1, MaximalRepetitions);
        repetitionSeconds.RequireSeconds();
        warmSeconds.RequireSeconds();
        mnist.RequireFolder();
        json.RequirePlaceForFile();
        Command = new Command(name, description) { model, batch, threads, mnist, repetitions, repetitionSeconds, warmSeconds, width, json };
        if (trains)
            Command.Add(optimizer);
        Command.SetAction(result => Run(result, (options, batchSize) => trains
            ? TrainingBenchmark.Measure(options, batchSize, result.GetRequiredValue(optimizer))
            : InferenceBenchmark.Measure(options, batchSize)));
    }

    public Command Command { get; }

    public static Command Train() => new MeasurementCommand("train", "Times training steps: forward, loss, backward, update.", trains: true).Command;

    public static Command Infer() => new MeasurementCommand("infer", "Times predictions.", trains: false).Command;

    private int Run(ParseResult result, Func<MeasurementOptions, int, ResultRow> measure)
    {
        // Before a network's class is first used, for that is when it chooses its kernels.
        if (result.GetValue(width) is string stated)
            AppContext.SetData(VectorWidth.ContextKey, stated);
        MeasurementOptions options = new(
            ModelCatalog.Named(result.GetRequiredValue(model)),
            result.GetRequiredValue(batch),
            result.GetRequiredValue(threads),
            result.GetValue(mnist),
            new TimingOptions(result.GetRequiredValue(repetitions), result.GetRequiredValue(repetitionSeconds), result.GetRequiredValue(warmSeconds)));
        var output = new RowOutput(result.GetValue(json));
        foreach (int batchSize in options.Batches)
            output.Write(measure(options, batchSize));
        return 0;
    }
}
