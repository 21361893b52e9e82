using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NetGen.Mutations.Mutating;

/// <summary>Mutates the header of a safetensors file, whose length is then right; or its length; or values of its tensors.</summary>
internal static class SafetensorsMutation
{
    private const int LengthBytes = 8;

    /// <summary>Mutates a valid file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="text">The name of a text in the metadata that is JSON itself; null where there is none.</param>
    /// <param name="draw">The choices.</param>
    public static byte[] Of(byte[] file, string? text, Draw draw)
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(file);
        if (draw.OneIn(12))
        {
            ulong stated = ExtremeNumber.Of(draw);
            draw.Note($"the header has a length of {stated}");
            byte[] wrong = [.. file];
            BinaryPrimitives.WriteUInt64LittleEndian(wrong, stated);
            return wrong;
        }

        if (draw.OneIn(5))
            return SafetensorsRewriting.Of(file, draw);
        string header = Encoding.UTF8.GetString(file, LengthBytes, length);
        return WithHeader(
            text is not null && !draw.OneIn(4) ? WithText(header, text, draw) : JsonMutation.Of(header, draw),
            file.AsSpan(LengthBytes + length));
    }

    private static string WithText(string header, string name, Draw draw)
    {
        JsonNode root = JsonNode.Parse(header)!;
        JsonObject metadata = root["__metadata__"]!.AsObject();
        string json = JsonMutation.Of(metadata[name]!.GetValue<string>(), draw);
        metadata[name] = JsonValue.Create(json);
        return root.ToJsonString(JsonSerializerOptions.Default);
    }

    /// <summary>A file of a header and data.</summary>
    public static byte[] WithHeader(string header, ReadOnlySpan<byte> data)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        var length = new byte[LengthBytes];
        BinaryPrimitives.WriteInt32LittleEndian(length, json.Length);
        return [.. length, .. json, .. data];
    }
}
