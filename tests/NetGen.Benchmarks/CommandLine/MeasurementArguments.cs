using System.CommandLine;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Models;
using NetGen.Benchmarks.Report;
using NetGen.Runtime;

namespace NetGen.Benchmarks.CommandLine;

/// <summary>The options that the commands which measure this project share.</summary>
internal sealed class MeasurementArguments
{
    public const int MaximalThreads = 256;
    public const int MaximalBatch = 65_536;

    private readonly Option<string> model = new("--model")
    {
        Description = "The network.",
        HelpName = string.Join('|', ModelCatalog.Names),
        DefaultValueFactory = _ => "mlp",
    };

    private readonly Option<int[]> batch = new("--batch")
    {
        Description = "Samples a step or call; measured once for each number.",
        HelpName = "N[,N]",
        CustomParser = result => OptionRequirements.ReadNumbers(result, 1, MaximalBatch),
    };

    private readonly Option<int> threads = new("--threads")
    {
        Description = "Threads that share a batch.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string?> mnist = SharedOptions.Mnist();
    private readonly Option<string?> width = SharedOptions.Width();
    private readonly Option<string?> json = SharedOptions.Json();
    private readonly TimingArguments timing = new();

    public MeasurementArguments(Command command, int[] batches)
    {
        batch.DefaultValueFactory = _ => batches;
        model.AcceptOnlyFromAmong(ModelCatalog.Names);
        threads.RequireRange(1, MaximalThreads);
        foreach (Option option in (Option[])[model, batch, threads, mnist, .. timing.Options, width, json])
            command.Add(option);
    }

    /// <summary>Measures once for each batch size, with the vector width that was asked for.</summary>
    public int Run(ParseResult result, Action<MeasurementOptions, int, RowOutput> measure)
    {
        // Before a network's class is first used, for that is when it chooses its kernels.
        if (result.GetValue(width) is string stated)
            AppContext.SetData(VectorWidth.ContextKey, stated);
        MeasurementOptions options = new(
            ModelCatalog.Named(result.GetRequiredValue(model)),
            result.GetRequiredValue(batch),
            result.GetRequiredValue(threads),
            result.GetValue(mnist),
            timing.Read(result));
        var output = new RowOutput(result.GetValue(json));
        foreach (int batchSize in options.Batches)
            measure(options, batchSize, output);
        return 0;
    }
}
