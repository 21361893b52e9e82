using System.Globalization;
using System.Text.Json;

namespace NetGen.Benchmarks.Report;

/// <summary>What a training process took of the machine's memory, in MiB.</summary>
/// <param name="Model">The network.</param>
/// <param name="Batch">Samples a step.</param>
/// <param name="Threads">Threads that share them.</param>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="BeforeFirstStep">The working set before the first step.</param>
/// <param name="Peak">The largest working set.</param>
internal sealed record MemoryRow(string Model, int Batch, int Threads, string Optimizer, double BeforeFirstStep, double Peak) : IRow
{
    /// <inheritdoc/>
    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"netgen      memory {Model,-10} b{Batch,-4} t{Threads} {Optimizer,-5} "
        + $"peak {Peak:F1} MiB (before the first step {BeforeFirstStep:F1})");

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("bench", "rss");
        json.WriteString("peer", "netgen");
        json.WriteString("model", Model);
        json.WriteNumber("batch", Batch);
        json.WriteNumber("threads", Threads);
        json.WriteString("opt", Optimizer);
        json.WriteRounded("rss_before_first_step_mib", BeforeFirstStep);
        json.WriteRounded("peak_mib", Peak);
        json.WriteEndObject();
    }
}
