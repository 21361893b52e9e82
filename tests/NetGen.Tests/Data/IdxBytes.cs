using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen.Tests.Data;

/// <summary>Makes the bytes of IDX files, right ones and broken ones.</summary>
internal static class IdxBytes
{
    public static byte[] Header(byte type, params uint[] dimensions)
    {
        var header = new byte[4 + (4 * dimensions.Length)];
        header[2] = type;
        header[3] = (byte)dimensions.Length;
        for (int i = 0; i < dimensions.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4 + (4 * i)), dimensions[i]);
        return header;
    }

    public static byte[] Labels(params byte[] labels) => [.. Header(8, (uint)labels.Length), .. labels];

    /// <summary>Images whose pixel i of image n is (i + n) modulo 256.</summary>
    public static byte[] Images(int count, int height = 28, int width = 28)
    {
        byte[] header = Header(8, (uint)count, (uint)height, (uint)width);
        return [.. header, .. Enumerable.Range(0, count).SelectMany(n => Enumerable.Range(0, height * width).Select(i => (byte)(i + n)))];
    }

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }
}
