using System.Globalization;
using System.Text.Json;

namespace NetGen.Benchmarks.Report;

/// <summary>How long a process took to its first prediction.</summary>
/// <param name="Model">The network.</param>
/// <param name="Main">From the start of the process to that of the program.</param>
/// <param name="Network">From the start of the process until the network was made.</param>
/// <param name="First">From the start of the process to the first prediction.</param>
/// <param name="ProcessorTime">
/// What all threads of the process worked until then. On a machine that is busy with other things it says more than the clock.
/// </param>
/// <param name="SecondCall">What the second prediction took.</param>
internal sealed record FirstResultRow(
    string Model, TimeSpan Main, TimeSpan Network, TimeSpan First, TimeSpan ProcessorTime, TimeSpan SecondCall) : IRow
{
    /// <inheritdoc/>
    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"netgen      first {Model,-10} main {Main.TotalMilliseconds:F0}  network {Network.TotalMilliseconds:F0}  "
        + $"first prediction {First.TotalMilliseconds:F0} ms  "
        + $"(processor {ProcessorTime.TotalMilliseconds:F0}, second {SecondCall.TotalMilliseconds:F2} ms)");

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("bench", "cold");
        json.WriteString("peer", "netgen");
        json.WriteString("model", Model);
        json.WriteNumber("threads", 1);
        json.WriteRounded("main_ms", Main.TotalMilliseconds);
        json.WriteRounded("model_ms", Network.TotalMilliseconds);
        json.WriteRounded("first_ms", First.TotalMilliseconds);
        json.WriteRounded("first_cpu_ms", ProcessorTime.TotalMilliseconds);
        json.WriteRounded("second_call_ms", SecondCall.TotalMilliseconds);
        json.WriteEndObject();
    }
}
