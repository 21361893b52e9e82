using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;

namespace NetGen.Mutations.Mutating;

/// <summary>
/// Writes the tensors of a safetensors file with other types, shapes, names or values: a whole file, and perhaps another network's.
/// </summary>
internal static class SafetensorsRewriting
{
    private static readonly (string Type, int Bytes)[] Types =
    [
        ("F64", 8), ("F32", 4), ("F16", 2), ("BF16", 2), ("I64", 8), ("I32", 4), ("U8", 1), ("BOOL", 1), ("F8_E5M2", 1), ("C64", 8),
    ];

    /// <summary>Rewrites a valid file.</summary>
    public static byte[] Of(byte[] file, Draw draw)
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(file);
        JsonObject header = JsonNode.Parse(Encoding.UTF8.GetString(file, 8, length))!.AsObject();
        string prefix = draw.Of("", "", "module.", "model.net.", string.Concat(Enumerable.Repeat("module.", 2000)));
        int changed = draw.Below(header.Count);
        bool isDrawn = draw.OneIn(2);
        draw.Note($"tensor {changed} rewritten, names begin with {prefix.Length} letters more{(isDrawn ? ", values drawn" : "")}");
        var rewritten = new JsonObject();
        using var data = new MemoryStream();
        int index = 0;
        foreach ((string name, JsonNode? node) in header)
        {
            if (name == "__metadata__")
                rewritten[name] = node!.DeepClone();
            else
                rewritten[prefix + name] = Entry(node!, isChanged: index == changed);
            index++;
        }

        return SafetensorsMutation.WithHeader(rewritten.ToJsonString(), data.ToArray());

        JsonObject Entry(JsonNode entry, bool isChanged)
        {
            int begin = (int)entry["data_offsets"]![0]!, end = (int)entry["data_offsets"]![1]!;
            string type = (string)entry["dtype"]!;
            List<long> shape = [.. entry["shape"]!.AsArray().Select(size => (long)size!)];
            byte[] values = isDrawn ? draw.Bytes(end - begin) : file[(8 + length + begin)..(8 + length + end)];
            if (isChanged)
            {
                int bytes;
                (type, bytes) = draw.Of<(string, int)>(Types);
                shape.InsertRange(0, Enumerable.Repeat(1L, draw.Of(0, 0, 1, 70)));
                if (shape.Count > 0 && draw.OneIn(4))
                    shape[draw.Below(shape.Count)] = draw.Of(0, 1, 2, 5);
                values = draw.Bytes((int)shape.Aggregate(1L, (product, size) => product * size) * bytes);
                draw.Note($"{type} [{string.Join(", ", shape)}]");
            }

            long offset = data.Length;
            data.Write(values);
            return new JsonObject
            {
                ["dtype"] = type,
                ["shape"] = new JsonArray([.. shape.Select(size => JsonValue.Create(size))]),
                ["data_offsets"] = new JsonArray(offset, data.Length),
            };
        }
    }
}
