using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace NetGen.Execution.Tests.Golden;

/// <summary>
/// A strict reader of safetensors files that shares no code with the product: eight bytes of header length, the header in
/// JSON, the data. The entries must fill the data without gap or overlap. Numbers are F32 or I64.
/// </summary>
internal sealed class SafetensorsFile
{
    private readonly Dictionary<string, GoldenTensor> tensors = new(StringComparer.Ordinal);

    private SafetensorsFile(string path) => Path = path;

    public string Path { get; }

    public IReadOnlyCollection<string> Names => tensors.Keys;

    public GoldenTensor this[string name] => tensors.TryGetValue(name, out GoldenTensor? tensor)
        ? tensor
        : throw new InvalidDataException($"{Path}: there is no tensor '{name}'; there are {string.Join(", ", Names)}");

    public bool Has(string name) => tensors.ContainsKey(name);

    /// <summary>The tensors whose names begin with the prefix, by the rest of their names.</summary>
    public IEnumerable<(string Name, GoldenTensor Tensor)> Under(string prefix) =>
        tensors.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(pair => (pair.Key[prefix.Length..], pair.Value));

    /// <summary>The tensors whose names begin with the prefix, as a file of their own.</summary>
    public SafetensorsFile Part(string prefix)
    {
        var part = new SafetensorsFile($"{Path}, {prefix}");
        foreach ((string name, GoldenTensor tensor) in Under(prefix))
            part.tensors.Add(name, tensor);
        return part;
    }

    public static SafetensorsFile Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length < 8)
            throw new InvalidDataException($"{path}: {bytes.Length} bytes hold no header length");
        ulong headerLength = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        if (headerLength > (ulong)(bytes.Length - 8))
            throw new InvalidDataException($"{path}: the header of {headerLength} bytes reaches past the end of {bytes.Length} bytes");

        var file = new SafetensorsFile(path);
        ReadOnlySpan<byte> data = bytes.AsSpan(8 + (int)headerLength);
        using JsonDocument header = JsonDocument.Parse(bytes.AsMemory(8, (int)headerLength));
        var ranges = new List<(int Begin, int End)>();
        foreach (JsonProperty entry in header.RootElement.EnumerateObject())
        {
            if (entry.Name == "__metadata__")
                continue;
            int[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())];
            int begin = entry.Value.GetProperty("data_offsets")[0].GetInt32();
            int end = entry.Value.GetProperty("data_offsets")[1].GetInt32();
            if (begin < 0 || end < begin || end > data.Length)
                throw new InvalidDataException($"{path}: '{entry.Name}' lies at {begin}..{end} of {data.Length} bytes");
            ranges.Add((begin, end));
            file.tensors.Add(entry.Name, Decode(path, entry, shape, data[begin..end]));
        }

        int expected = 0;
        foreach ((int begin, int end) in ranges.Order())
        {
            if (begin != expected)
                throw new InvalidDataException($"{path}: a tensor begins at {begin} where {expected} was expected");
            expected = end;
        }

        return expected == data.Length
            ? file
            : throw new InvalidDataException($"{path}: {data.Length - expected} bytes belong to no tensor");
    }

    private static GoldenTensor Decode(string path, JsonProperty entry, int[] shape, ReadOnlySpan<byte> bytes)
    {
        string type = entry.Value.GetProperty("dtype").GetString()!;
        int count = shape.Aggregate(1, (product, size) => checked(product * size));
        int width = type switch
        {
            "F32" => 4,
            "I64" => 8,
            _ => throw new InvalidDataException($"{path}: '{entry.Name}' has type {type}; F32 and I64 are read"),
        };
        if (bytes.Length != count * width)
            throw new InvalidDataException($"{path}: '{entry.Name}' has {bytes.Length} bytes, its shape asks for {count * width}");
        return type == "F32"
            ? new GoldenTensor(shape, MemoryMarshal.Cast<byte, float>(bytes).ToArray(), null)
            : new GoldenTensor(shape, null, MemoryMarshal.Cast<byte, long>(bytes).ToArray());
    }
}

/// <summary>A tensor of a golden file: floats, or whole numbers (class indices, tokens).</summary>
internal sealed record GoldenTensor(int[] Shape, float[]? Floats, long[]? Integers)
{
    public bool IsInteger => Integers is not null;

    public float[] Values => Floats ?? throw new InvalidOperationException("the tensor holds whole numbers");

    public int[] Indices => [.. (Integers ?? throw new InvalidOperationException("the tensor holds floats")).Select(i => checked((int)i))];
}
