using System.CommandLine;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Models.Layers;
using NetGen.Benchmarks.Report;
using NetGen.Runtime;

namespace NetGen.Benchmarks.CommandLine;

/// <summary>The command <c>layers</c>.</summary>
internal sealed class LayersCommand
{
    /// <summary>Short and many, so that some of them run undisturbed on a busy machine.</summary>
    private static readonly TimingOptions Short = new(Repetitions: 60, RepetitionSeconds: 0.005, WarmSeconds: 0.2);

    private readonly Option<string> only = new("--only")
    {
        Description = "Only layers whose name has this text.",
        HelpName = "TEXT",
        DefaultValueFactory = _ => "",
    };

    private readonly Option<int> threads = new("--threads")
    {
        Description = "Threads that share a batch.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string?> width = SharedOptions.Width();
    private readonly Option<string?> json = SharedOptions.Json();
    private readonly TimingArguments timing = new(Short);

    public LayersCommand()
    {
        threads.RequireRange(1, MeasurementArguments.MaximalThreads);
        only.Validators.Add(result =>
        {
            if (Chosen(result.GetValueOrDefault<string>()).Length == 0)
                result.AddError($"--only: no layer's name has '{result.GetValueOrDefault<string>()}'; the layers are "
                    + $"{string.Join(", ", LayerCatalog.All.Select(layer => layer.Name))}.");
        });
        foreach (Option option in (Option[])[only, threads, .. timing.Options, width, json])
            Command.Add(option);
        Command.SetAction(Run);
    }

    public Command Command { get; } = new("layers", "Times each kind of layer alone, 64 samples: forward and backward; and each loss.");

    private static LayerModel[] Chosen(string? text) =>
        Array.FindAll(LayerCatalog.All, layer => layer.Name.Contains(text ?? "", StringComparison.OrdinalIgnoreCase));

    private int Run(ParseResult result)
    {
        // Before a network's class is first used, for that is when it chooses its kernels.
        if (result.GetValue(width) is string stated)
            AppContext.SetData(VectorWidth.ContextKey, stated);
        var output = new RowOutput(result.GetValue(json));
        foreach (LayerModel layer in Chosen(result.GetValue(only)))
            output.Write(LayerBenchmark.Measure(layer, result.GetValue(threads), timing.Read(result)));
        return 0;
    }
}
