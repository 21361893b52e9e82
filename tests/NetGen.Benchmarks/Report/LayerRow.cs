using System.Globalization;
using System.Text.Json;
using NetGen.Runtime;

namespace NetGen.Benchmarks.Report;

/// <summary>What one layer or loss takes alone: the least of the samples, in seconds.</summary>
internal sealed record LayerRow : IRow
{
    private const double Micro = 1e6;

    public required string Layer { get; init; }

    /// <summary>The shape of one sample.</summary>
    public required int[] Input { get; init; }

    /// <summary>The shape of what it gives for one sample.</summary>
    public required int[] Output { get; init; }

    public required int Batch { get; init; }

    public required int Threads { get; init; }

    /// <summary>A call of <c>Trainer.Forward</c>; null for a loss.</summary>
    public double? Forward { get; init; }

    /// <summary>A call of <c>Trainer.Backward</c> with the gradient of the input; null for a loss.</summary>
    public double? Backward { get; init; }

    /// <summary>The layer's methods in the forward call, without the checks and copies at the network's ends; null for a loss.</summary>
    public double? ForwardMethods { get; init; }

    /// <summary>The layer's methods in the backward call, without the checks and copies at the network's ends; null for a loss.</summary>
    public double? BackwardMethods { get; init; }

    /// <summary>The methods of the loss and of its gradient; null for a layer.</summary>
    public double? Loss { get; init; }

    /// <inheritdoc/>
    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"netgen      layer {Layer,-22} b{Batch,-4} t{Threads} w{VectorWidth.Preferred,-2} ") + (Loss is double loss
            ? string.Create(CultureInfo.InvariantCulture, $"loss {loss * Micro,9:F1} us")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"forward {Forward * Micro,9:F1} us (methods {ForwardMethods * Micro:F1})  "
                + $"backward {Backward * Micro,9:F1} us (methods {BackwardMethods * Micro:F1})"));

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("bench", "layer");
        json.WriteString("peer", "netgen");
        json.WriteString("layer", Layer);
        WriteShape(json, "input", Input);
        WriteShape(json, "output", Output);
        json.WriteNumber("batch", Batch);
        json.WriteNumber("threads", Threads);
        json.WriteNumber("width", VectorWidth.Preferred);
        WriteMicroseconds(json, "forward_us", Forward);
        WriteMicroseconds(json, "backward_us", Backward);
        WriteMicroseconds(json, "forward_methods_us", ForwardMethods);
        WriteMicroseconds(json, "backward_methods_us", BackwardMethods);
        WriteMicroseconds(json, "loss_us", Loss);
        json.WriteEndObject();
    }

    private static void WriteShape(Utf8JsonWriter json, string name, int[] shape)
    {
        json.WriteStartArray(name);
        foreach (int size in shape)
            json.WriteNumberValue(size);
        json.WriteEndArray();
    }

    private static void WriteMicroseconds(Utf8JsonWriter json, string name, double? seconds)
    {
        if (seconds is double measured)
            json.WriteRounded(name, measured * Micro);
    }
}
