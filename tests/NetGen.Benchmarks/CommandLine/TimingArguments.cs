using System.CommandLine;
using NetGen.Benchmarks.Measurement;

namespace NetGen.Benchmarks.CommandLine;

/// <summary>The options that say how long a measurement takes.</summary>
internal sealed class TimingArguments
{
    private const int MaximalRepetitions = 10_000;

    private static readonly TimingOptions OfSteps = new(Repetitions: 15, RepetitionSeconds: 0.15, WarmSeconds: 1);

    private readonly Option<int> repetitions = new("--reps")
    {
        Description = "How many samples of the time are taken.",
        HelpName = "N",
    };

    private readonly Option<double> repetitionSeconds = new("--rep")
    {
        Description = "About how long each sample takes.",
        HelpName = "SECONDS",
    };

    private readonly Option<double> warmSeconds = new("--warm")
    {
        Description = "How long the steps run before, at least.",
        HelpName = "SECONDS",
    };

    /// <param name="defaults">What holds where an option is not given; null for what whole steps are measured with.</param>
    public TimingArguments(TimingOptions? defaults = null)
    {
        TimingOptions usual = defaults ?? OfSteps;
        repetitions.DefaultValueFactory = _ => usual.Repetitions;
        repetitionSeconds.DefaultValueFactory = _ => usual.RepetitionSeconds;
        warmSeconds.DefaultValueFactory = _ => usual.WarmSeconds;
        repetitions.RequireRange(1, MaximalRepetitions);
        repetitionSeconds.RequireSeconds();
        warmSeconds.RequireSeconds();
    }

    public Option[] Options => [repetitions, repetitionSeconds, warmSeconds];

    public TimingOptions Read(ParseResult result) => new(
        result.GetRequiredValue(repetitions), result.GetRequiredValue(repetitionSeconds), result.GetRequiredValue(warmSeconds));
}
