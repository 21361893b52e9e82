using System.Text.Json;

namespace NetGen.Execution.Tests.Golden;

/// <summary>One entry of the manifest: layers in PyTorch's words, run once forward and once backward by PyTorch.</summary>
internal sealed record GoldenCase(
    string Name,
    IReadOnlyList<GoldenLayer> Layers,
    int[] InputShape,
    int[] OutputShape,
    bool IsTraining,
    GoldenLayer? Loss,
    string TensorsFile)
{
    public int Samples => InputShape[0];

    public static IReadOnlyList<GoldenCase> ReadAll(string manifest)
    {
        using JsonDocument document = JsonDocument.Parse(manifest);
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(Read)];
    }

    private static GoldenCase Read(JsonElement entry)
    {
        string name = entry.GetProperty("case").GetString()!;
        string mode = entry.GetProperty("mode").GetString()!;
        return new GoldenCase(
            name,
            [.. entry.GetProperty("layers").EnumerateArray().Select(GoldenLayer.Read)],
            Sizes(entry.GetProperty("input_shape")),
            Sizes(entry.GetProperty("output_shape")),
            mode switch
            {
                "train" => true,
                "eval" => false,
                _ => throw new InvalidDataException($"case '{name}' has mode '{mode}'; there are 'train' and 'eval'"),
            },
            entry.TryGetProperty("loss", out JsonElement loss) ? GoldenLayer.Read(loss) : null,
            entry.GetProperty("tensors").GetString()!);
    }

    private static int[] Sizes(JsonElement sizes) => [.. sizes.EnumerateArray().Select(size => size.GetInt32())];
}

/// <summary>A PyTorch module: its class, its name in the state dict and its arguments as written.</summary>
internal sealed record GoldenLayer(string Operation, string Name, IReadOnlyDictionary<string, JsonElement> Arguments)
{
    public static GoldenLayer Read(JsonElement entry) => new(
        entry.GetProperty("op").GetString()!,
        entry.TryGetProperty("name", out JsonElement name) ? name.GetString()! : "",
        entry.TryGetProperty("args", out JsonElement arguments)
            ? arguments.EnumerateObject().ToDictionary(argument => argument.Name, argument => argument.Value.Clone())
            : new Dictionary<string, JsonElement>());
}
