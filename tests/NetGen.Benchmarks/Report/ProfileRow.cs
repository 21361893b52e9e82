using System.Text.Json;
using NetGen.Runtime;

namespace NetGen.Benchmarks.Report;

/// <summary>One group of a profile.</summary>
/// <param name="Model">The network.</param>
/// <param name="Batch">Samples a run.</param>
/// <param name="Threads">Threads that share them.</param>
/// <param name="Optimizer">The optimizer of a training step; null for predictions.</param>
/// <param name="Pass">The part of the step.</param>
/// <param name="Group">The emitted method.</param>
/// <param name="Layers">What it computes.</param>
/// <param name="Microseconds">Its mean time in one run.</param>
/// <param name="Share">Its part of the run's time, 0 to 1.</param>
/// <param name="MultiplyAddsPerSecond">What it computes in a second; 0 where it is no product or convolution.</param>
/// <param name="PeakShare">That as a part of the machine's peak.</param>
internal sealed record ProfileRow(
    string Model,
    int Batch,
    int Threads,
    string? Optimizer,
    string Pass,
    string Group,
    string Layers,
    double Microseconds,
    double Share,
    double MultiplyAddsPerSecond,
    double PeakShare) : IRow
{
    /// <inheritdoc/>
    public string? Line => null;

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("bench", "profile");
        json.WriteString("peer", "netgen");
        json.WriteString("model", Model);
        json.WriteNumber("batch", Batch);
        json.WriteNumber("threads", Threads);
        if (Optimizer is not null)
            json.WriteString("opt", Optimizer);
        json.WriteNumber("width", VectorWidth.Preferred);
        json.WriteString("pass", Pass);
        json.WriteString("group", Group);
        json.WriteString("layers", Layers);
        json.WriteRounded("us", Microseconds);
        json.WriteRounded("share", Share);
        json.WriteRounded("multiply_adds_per_s", MultiplyAddsPerSecond);
        json.WriteRounded("peak_share", PeakShare);
        json.WriteEndObject();
    }
}
