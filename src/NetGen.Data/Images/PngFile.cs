using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen.Data;

/// <summary>Checks a PNG file before it is decoded: its chunks and their checksums, and how many bytes its picture unpacks to.</summary>
/// <remarks>Source: W3C, "Portable Network Graphics (PNG) Specification", second edition, sections 5, 8 and 11.</remarks>
internal static class PngFile
{
    private const int HeaderLength = 13;
    private const int ChunkOverhead = 12;

    // Some writers add a few bytes to the picture, which all readers pass over.
    private const int Surplus = 1 << 16;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether a file begins as PNG does.</summary>
    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>Reads the size of the picture, and checks what the header says.</summary>
    /// <exception cref="InvalidDataException">The header is damaged.</exception>
    public static PictureHeader ReadHeader(ReadOnlySpan<byte> file)
    {
        int position = Signature.Length;
        ReadOnlySpan<byte> header = NextChunk(file, ref position, out ReadOnlySpan<byte> type);
        if (!type.SequenceEqual("IHDR"u8) || header.Length != HeaderLength)
            throw new InvalidDataException("is damaged: a PNG file begins with a header of 13 bytes.");
        uint width = BinaryPrimitives.ReadUInt32BigEndian(header), height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue)
            throw new InvalidDataException($"is damaged: its header states {width}×{height} pixels.");
        if (Samples(header[9]) == 0 || header[8] is not (1 or 2 or 4 or 8 or 16) || header[12] > 1)
        {
            throw new InvalidDataException(
                $"is damaged: its header states colour type {header[9]} of {header[8]} bits, interlace method {header[12]}.");
        }

        return new PictureHeader((int)width, (int)height);
    }

    /// <summary>
    /// Requires that all chunks are there and right, and that the picture unpacks to as many bytes as its header asks for.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is damaged or cut short.</exception>
    public static void RequireWhole(ReadOnlySpan<byte> file)
    {
        PictureHeader size = ReadHeader(file);
        int position = Signature.Length;
        ReadOnlySpan<byte> header = NextChunk(file, ref position, out _);
        long expected = UnpackedLength(size, Samples(header[9]) * header[8], isInterlaced: header[12] == 1);
        using var packed = new MemoryStream();
        while (true)
        {
            ReadOnlySpan<byte> chunk = NextChunk(file, ref position, out ReadOnlySpan<byte> type);
            if (type.SequenceEqual("IEND"u8))
                break;
            if (type.SequenceEqual("IDAT"u8))
                packed.Write(chunk);
        }

        packed.Position = 0;
        long unpacked = CountUnpacked(packed, expected);
        if (unpacked < expected)
            throw new InvalidDataException($"is cut short: its picture has {unpacked} of {expected} bytes.");
        if (unpacked > expected + Surplus)
            throw new InvalidDataException($"is damaged: its picture has more than the {expected} bytes that its header asks for.");
    }

    private static ReadOnlySpan<byte> NextChunk(ReadOnlySpan<byte> file, ref int position, out ReadOnlySpan<byte> type)
    {
        if (file.Length - position < ChunkOverhead)
            throw new InvalidDataException("is cut short: it ends before its last chunk.");
        uint length = BinaryPrimitives.ReadUInt32BigEndian(file[position..]);
        if (length > file.Length - position - ChunkOverhead)
            throw new InvalidDataException($"is cut short: a chunk at byte {position} has {length} bytes, and the file ends before.");
        type = file.Slice(position + 4, 4);
        ReadOnlySpan<byte> chunk = file.Slice(position + 8, (int)length);
        uint stated = BinaryPrimitives.ReadUInt32BigEndian(file[(position + 8 + (int)length)..]);
        if (Crc32.Of(file.Slice(position + 4, 4 + (int)length)) != stated)
            throw new InvalidDataException($"is damaged: the checksum of the chunk at byte {position} is wrong.");
        position += ChunkOverhead + (int)length;
        return chunk;
    }

    private static int Samples(byte colourType) => colourType switch
    {
        0 or 3 => 1,
        2 => 3,
        4 => 2,
        6 => 4,
        _ => 0,
    };

    /// <summary>A filter byte and the pixels of each row, of each of the seven passes where the picture is interlaced.</summary>
    private static long UnpackedLength(PictureHeader size, int bitsPerPixel, bool isInterlaced)
    {
        if (!isInterlaced)
            return Length(size.Width, size.Height);
        ReadOnlySpan<(int X, int Y, int StepX, int StepY)> passes =
            [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
        long sum = 0;
        foreach ((int x, int y, int stepX, int stepY) in passes)
            sum += Length((size.Width - x + stepX - 1) / stepX, (size.Height - y + stepY - 1) / stepY);
        return sum;

        long Length(int width, int height) => width == 0 ? 0 : height * (1 + ((((long)width * bitsPerPixel) + 7) / 8));
    }

    private static long CountUnpacked(Stream packed, long expected)
    {
        var part = new byte[1 << 16];
        long count = 0;
        try
        {
            using var content = new ZLibStream(packed, CompressionMode.Decompress);
            while (count <= expected + Surplus && content.Read(part) is > 0 and int read)
                count += read;
            return count;
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            // An IOException is of content that asks for a dictionary, which PNG has not.
            throw new InvalidDataException($"is damaged: {error.Message}", error);
        }
    }
}
