using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace NetGen;

/// <summary>
/// Writes tensors as a safetensors file: eight bytes of header length, the header in JSON, the data
/// (https://huggingface.co/docs/safetensors).
/// </summary>
internal static class SafetensorsWriter
{
    // The data begins at a multiple of this, so that a reader may map it into memory; spaces fill up the header.
    private const int Alignment = 8;

    private const string Format = "format";

    /// <summary>Writes all tensors, and texts by name in the header's metadata.</summary>
    public static void Write(
        Stream stream, IReadOnlyList<WrittenTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        // Elements of eight bytes come first, so that every tensor lies at a multiple of its element's size.
        WrittenTensor[] ordered = [.. tensors.OrderBy(tensor => tensor.Type == SafetensorsEntry.Int64 ? 0 : 1)];
        byte[] header = Header(ordered, metadata ?? new Dictionary<string, string>());
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (WrittenTensor tensor in ordered)
            WriteData(stream, tensor);
    }

    private static byte[] Header(WrittenTensor[] tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(SafetensorsHeader.MetadataName);
            json.WriteString(Format, "pt");
            foreach ((string name, string text) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                if (name != Format)
                    json.WriteString(name, text);
            }

            json.WriteEndObject();
            long begin = 0;
            foreach (WrittenTensor tensor in tensors)
            {
                long end = begin + SafetensorsEntry.BytesOf(tensor.Type, tensor.Elements);
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", tensor.Type);
                json.WriteStartArray("shape");
                foreach (int size in tensor.Shape)
                    json.WriteNumberValue(size);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(begin);
                json.WriteNumberValue(end);
                json.WriteEndArray();
                json.WriteEndObject();
                begin = end;
            }

            json.WriteEndObject();
        }

        var header = new byte[(buffer.WrittenCount + Alignment - 1) / Alignment * Alignment];
        header.AsSpan().Fill((byte)' ');
        buffer.WrittenSpan.CopyTo(header);
        return header;
    }

    private static void WriteData(Stream stream, WrittenTensor tensor)
    {
        if (tensor.Type == SafetensorsEntry.Int64)
        {
            Span<byte> count = stackalloc byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(count, tensor.Count);
            stream.Write(count);
            return;
        }

        float[] values = tensor.Values();
        Span<byte> bytes = MemoryMarshal.AsBytes(values.AsSpan());
        if (!BitConverter.IsLittleEndian)
        {
            for (int i = 0; i < values.Length; i++)
                BinaryPrimitives.WriteSingleLittleEndian(bytes[(i * sizeof(float))..], values[i]);
        }

        stream.Write(bytes);
    }
}
