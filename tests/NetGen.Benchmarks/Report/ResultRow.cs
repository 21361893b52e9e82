using System.Globalization;
using System.Text.Json;
using NetGen.Benchmarks.Measurement;
using NetGen.Runtime;

namespace NetGen.Benchmarks.Report;

/// <summary>One measured row: a line for people, and a JSON object for programs.</summary>
internal sealed record ResultRow : IRow
{
    private const string Peer = "netgen";
    private const double Micro = 1e6;
    private const double Giga = 1e9;

    /// <summary>What was measured: <c>train</c> or <c>infer</c>.</summary>
    public required string Bench { get; init; }

    public required string Model { get; init; }

    public required int Batch { get; init; }

    public required int Threads { get; init; }

    /// <summary>The optimizer of a training step; null for predictions.</summary>
    public string? Optimizer { get; init; }

    /// <summary>What the samples were: <c>mnist</c> or <c>random</c>.</summary>
    public required string Input { get; init; }

    /// <summary>Floating-point operations of one sample.</summary>
    public required long FlopsPerImage { get; init; }

    /// <summary>Seconds of one step, once for each repetition.</summary>
    public required double[] Seconds { get; init; }

    /// <summary>Bytes that one warm step allocates.</summary>
    public required long AllocatedBytes { get; init; }

    private double Median => StepTimer.Median(Seconds);

    private double ImagesPerSecond => Batch / Median;

    private double GigaFlops => ImagesPerSecond * FlopsPerImage / Giga;

    /// <inheritdoc/>
    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"netgen      {Bench} {Model,-10} b{Batch,-4} t{Threads} {Optimizer ?? "",-5} "
        + $"w{VectorWidth.Preferred,-2} {ImagesPerSecond,10:F0} img/s  "
        + $"{(Optimizer is null ? "call" : "step")} {Median * Micro,9:F1} us  "
        + $"[{Seconds.Min() * Micro:F1}..{Seconds.Max() * Micro:F1}]  "
        + $"{GigaFlops,6:F1} GFLOP/s  {AllocatedBytes} bytes allocated");

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("bench", Bench);
        json.WriteString("peer", Peer);
        json.WriteString("model", Model);
        json.WriteNumber("batch", Batch);
        json.WriteNumber("threads", Threads);
        if (Optimizer is not null)
            json.WriteString("opt", Optimizer);
        json.WriteNumber("width", VectorWidth.Preferred);
        json.WriteString("input", Input);
        json.WriteRounded("images_per_s", ImagesPerSecond);
        json.WriteRounded("gflops", GigaFlops);
        json.WriteStartArray("samples_us");
        foreach (double seconds in Seconds)
            json.WriteRounded(seconds * Micro);
        json.WriteEndArray();
        json.WriteNumber("allocated_bytes", AllocatedBytes);
        json.WriteEndObject();
    }
}
