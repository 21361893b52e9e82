using System.Diagnostics.Metrics;

namespace NetGen.Reports.Tests.Telemetry;

/// <summary>What a listener hears of the meter NetGen while a thread of this test trains a network.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly Dictionary<string, (int Count, double Sum, double Last)> heard = [];
    private readonly int thread = Environment.CurrentManagedThreadId;

    public Measurements()
    {
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name != "NetGen")
                return;
            Units[instrument.Name] = instrument.Unit;
            own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    public Dictionary<string, string?> Units { get; } = [];

    public (int Count, double Sum, double Last) this[string instrument] => heard.GetValueOrDefault("netgen.training." + instrument);

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Environment.CurrentManagedThreadId != thread)
            return;
        Assert.Equal("netgen.network.name", tags[0].Key);
        Assert.Equal(nameof(MeteredNet), tags[0].Value);
        (int count, double sum, _) = heard.GetValueOrDefault(instrument.Name);
        heard[instrument.Name] = (count + 1, sum + value, value);
    }
}
