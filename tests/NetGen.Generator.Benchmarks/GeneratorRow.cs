using System.Globalization;
using System.Text.Json;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Report;

namespace NetGen.Generator.Benchmarks;

/// <summary>How long the generator took.</summary>
/// <param name="Network">The network that it compiled.</param>
/// <param name="Case">What had happened before.</param>
/// <param name="Files">Files that it emits for the network.</param>
/// <param name="Characters">Characters of all of them together.</param>
/// <param name="Milliseconds">The times.</param>
internal sealed record GeneratorRow(string Network, string Case, int Files, int Characters, double[] Milliseconds) : IRow
{
    /// <inheritdoc/>
    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"netgen      generator {Network,-10} {Case,-25} {StepTimer.Median(Milliseconds),10:F2} ms  "
        + $"[{Milliseconds.Min():F2}..{Milliseconds.Max():F2}]");

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("bench", "generator");
        json.WriteString("peer", "netgen");
        json.WriteString("network", Network);
        json.WriteString("case", Case);
        json.WriteNumber("files", Files);
        json.WriteNumber("characters", Characters);
        json.WriteStartArray("samples_ms");
        foreach (double milliseconds in Milliseconds)
            json.WriteRounded(milliseconds);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
