namespace NetGen.Benchmarks.Measurement;

/// <summary>How long a measurement takes.</summary>
/// <param name="Repetitions">How many samples are taken.</param>
/// <param name="RepetitionSeconds">About how long each takes.</param>
/// <param name="WarmSeconds">How long the steps run before, at least.</param>
internal sealed record TimingOptions(int Repetitions, double RepetitionSeconds, double WarmSeconds);
