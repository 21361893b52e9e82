using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace NetGen.Data.Tests.Images;

/// <summary>Makes the bytes of PNG files of any kind, right ones and broken ones.</summary>
internal static class PngBytes
{
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A picture with 8 bits a sample; the pixels are [height, width, samples].</summary>
    public static byte[] Of(int width, int height, byte colourType, byte[] pixels, params (string Type, byte[] Content)[] chunks) =>
        Of(width, height, colourType, depth: 8, isInterlaced: false, Rows(pixels, height), chunks);

    /// <summary>A picture of bytes that are filtered already.</summary>
    public static byte[] Of(
        int width, int height, byte colourType, byte depth, bool isInterlaced, byte[] rows, params (string Type, byte[] Content)[] chunks)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        file.Write(Chunk("IHDR", Header(width, height, colourType, depth, isInterlaced)));
        foreach ((string type, byte[] content) in chunks)
            file.Write(Chunk(type, content));
        byte[] packed = Pack(rows);

        // Two parts, as large files have more.
        file.Write(Chunk("IDAT", packed[..(packed.Length / 2)]));
        file.Write(Chunk("IDAT", packed[(packed.Length / 2)..]));
        file.Write(Chunk("IEND", []));
        return file.ToArray();
    }

    public static byte[] Chunk(string type, byte[] content)
    {
        byte[] chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), Crc32.Of(chunk.AsSpan(4, 4 + content.Length)));
        return chunk;
    }

    /// <summary>Rows, each behind a filter byte that says "as it is".</summary>
    public static byte[] Rows(byte[] pixels, int height) =>
        [.. pixels.Chunk(pixels.Length / height).SelectMany(row => new byte[] { 0 }.Concat(row))];

    private static byte[] Header(int width, int height, byte colourType, byte depth, bool isInterlaced)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (depth, colourType, isInterlaced ? (byte)1 : (byte)0);
        return header;
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
            zlib.Write(content);
        return packed.ToArray();
    }
}
