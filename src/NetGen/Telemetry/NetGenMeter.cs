using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NetGen;

/// <summary>
/// The meter <c>NetGen</c>, whose instruments tell how training goes on to whatever listens: <c>dotnet-counters</c>, OpenTelemetry, a
/// <see cref="MeterListener"/>. Names and units follow OpenTelemetry's conventions; each measurement has the name of the network.
/// </summary>
/// <remarks>Where nothing listens, a step costs one check. Measuring allocates nothing.</remarks>
internal static class NetGenMeter
{
    private const string NetworkTag = "netgen.network.name";

    private static readonly Meter Meter = new("NetGen", typeof(NetGenMeter).Assembly.GetName().Version?.ToString(3));

    private static readonly Counter<long> Steps = Meter.CreateCounter<long>(
        "netgen.training.steps", "{step}", "Updates of the parameters.");

    private static readonly Counter<long> Samples = Meter.CreateCounter<long>(
        "netgen.training.samples", "{sample}", "Samples trained on.");

    private static readonly Counter<long> Epochs = Meter.CreateCounter<long>(
        "netgen.training.epochs", "{epoch}", "Epochs of Fit.");

    private static readonly Histogram<double> StepDuration = Meter.CreateHistogram<double>(
        "netgen.training.step.duration", "s", "The time of a step: forward, loss, backward and update.");

    private static readonly Gauge<double> Loss = Meter.CreateGauge<double>(
        "netgen.training.loss", "1", "The loss of the last step, before its update.");

    private static readonly Gauge<double> LearningRate = Meter.CreateGauge<double>(
        "netgen.training.learning_rate", "1", "The learning rate of the last step.");

    /// <summary>Gives the time at which a step begins, or 0 where nothing listens.</summary>
    public static long BeginStep() => IsListenedTo ? Stopwatch.GetTimestamp() : 0;

    /// <summary>Reports a step that began at a time; nothing for 0.</summary>
    /// <param name="started">What <see cref="BeginStep"/> gave.</param>
    /// <param name="trainer">What has trained.</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="loss">Their loss; where it is NaN because no label counts, or training diverged, that is what is reported.</param>
    public static void EndStep(long started, Trainer trainer, int samples, double loss)
    {
        if (started == 0)
            return;
        CountUpdate(trainer);
        KeyValuePair<string, object?> network = TagOf(trainer.Network);
        StepDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, network);
        Samples.Add(samples, network);
        Loss.Record(loss, network);
    }

    /// <summary>Counts an update of the parameters: a step, or one by hand, whose samples, loss and beginning are not known here.</summary>
    /// <param name="trainer">What has trained.</param>
    public static void CountUpdate(Trainer trainer)
    {
        KeyValuePair<string, object?> network = TagOf(trainer.Network);
        Steps.Add(1, network);
        LearningRate.Record(trainer.Optimizer.LearningRate, network);
    }

    /// <summary>Counts an epoch.</summary>
    /// <param name="network">The network that is trained.</param>
    public static void CountEpoch(Network network)
    {
        if (Epochs.Enabled)
            Epochs.Add(1, TagOf(network));
    }

    private static bool IsListenedTo =>
        Steps.Enabled || Samples.Enabled || StepDuration.Enabled || Loss.Enabled || LearningRate.Enabled;

    private static KeyValuePair<string, object?> TagOf(Network network) => new(NetworkTag, network.Name);
}
