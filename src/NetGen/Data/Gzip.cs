using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen;

/// <summary>Files that may be packed with gzip.</summary>
internal static class Gzip
{
    private const int FirstByte = 0x1F;
    private const int SecondByte = 0x8B;

    /// <summary>Opens a file and gives its unpacked content, told from its first two bytes.</summary>
    public static Stream OpenUnpacked(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        try
        {
            return IsPacked(file) ? new GZipStream(file, CompressionMode.Decompress) : file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Checks, for a packed file, that the length in its last four bytes is the one that came out of it.</summary>
    /// <remarks>GZipStream compares checksum and length where the trailer is there, and says nothing where the file ends before it.</remarks>
    /// <exception cref="InvalidDataException">The trailer is missing or states another length.</exception>
    public static void RequireTrailer(string path, long unpackedLength)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (!IsPacked(file))
            return;
        Span<byte> trailer = stackalloc byte[4];
        file.Seek(-trailer.Length, SeekOrigin.End);
        file.ReadExactly(trailer);
        uint stated = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        if (stated != (uint)unpackedLength)
            throw new InvalidDataException($"'{path}' is packed with gzip and cut short or damaged: {unpackedLength} bytes came out of it, and its end states {stated}.");
    }

    /// <summary>Whether a stream begins as gzip does; its position is at its beginning then.</summary>
    public static bool IsPacked(Stream file)
    {
        bool packed = file.ReadByte() == FirstByte && file.ReadByte() == SecondByte;
        file.Position = 0;
        return packed;
    }
}
