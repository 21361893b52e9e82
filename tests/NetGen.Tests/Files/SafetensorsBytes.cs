using System.Buffers.Binary;
using System.Text;

namespace NetGen.Tests.Files;

/// <summary>Safetensors files made by hand, right and wrong ones.</summary>
internal static class SafetensorsBytes
{
    public const string Weight = """ "fc.weight":{"dtype":"F32","shape":[3,5],"data_offsets":[0,60]} """;
    public const string Bias = """ "fc.bias":{"dtype":"F32","shape":[3],"data_offsets":[60,72]} """;

    /// <summary>A file of a header and so many bytes of data, each float 0.5.</summary>
    public static byte[] Of(string header, int dataBytes)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        var bytes = new byte[8 + json.Length + dataBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)json.Length);
        json.CopyTo(bytes, 8);
        for (int i = 0; i + 4 <= dataBytes; i += 4)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8 + json.Length + i), 0.5f);
        return bytes;
    }

    /// <summary>The parameters of <see cref="LinearClassifier"/>, each 0.5.</summary>
    public static byte[] Good() => Of($"{{{Weight},{Bias}}}", 72);

    /// <summary>A file of tensors, which are told apart by their values: 0, 1, 2 and so on through all of them.</summary>
    public static byte[] Counting(params (string Name, int[] Shape)[] tensors)
    {
        var entries = new List<string>();
        int count = 0;
        foreach ((string name, int[] shape) in tensors)
        {
            int end = count + shape.Aggregate(1, (product, size) => product * size);
            entries.Add($$"""
                "{{name}}":{"dtype":"F32","shape":[{{string.Join(',', shape)}}],"data_offsets":[{{4 * count}},{{4 * end}}]}
                """);
            count = end;
        }

        byte[] file = Of($"{{{string.Join(',', entries)}}}", 4 * count);
        for (int i = 0; i < count; i++)
            BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(file.Length - (4 * (count - i))), i);
        return file;
    }
}
