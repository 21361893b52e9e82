using System.CommandLine;
using NetGen.Benchmarks.Measurement;

namespace NetGen.Benchmarks.CommandLine;

/// <summary>The options that say how long a measurement takes.</summary>
internal sealed class TimingArguments
{
    private const int MaximalRepetitions = 10_000;

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

    public TimingArguments()
    {
        repetitions.RequireRange(1, MaximalRepetitions);
        repetitionSeconds.RequireSeconds();
        warmSeconds.RequireSeconds();
    }

    public Option[] Options => [repetitions, repetitionSeconds, warmSeconds];

    public TimingOptions Read(ParseResult result) => new(
        result.GetRequiredValue(repetitions), result.GetRequiredValue(repetitionSeconds), result.GetRequiredValue(warmSeconds));
}
