using System.Buffers.Binary;
using System.Text.Json;

namespace NetGen.Data;

/// <summary>The binary copy of a large CSV file, which is mapped in its place when the file is read again.</summary>
internal static class CsvCopy
{
    /// <summary>Bytes of the trailer: checksum of the cells, checksum of the footer, length of the footer, magic number.</summary>
    public const int TrailerLength = 24;

    /// <summary>"NGC1", by which a complete copy ends.</summary>
    public const int Magic = 0x3143474E;

    // Read in parts of so many bytes.
    private const int PartLength = 1 << 20;

    /// <summary>The folder of the copies.</summary>
    public static string FolderOf(CsvOptions options) => options.CacheFolder ?? Path.Combine(UserCache.Folder, "netgen", "csv");

    /// <summary>The footer of a copy that is whole and has this key; null where there is none.</summary>
    public static CsvCopyFooter? Read(string path, CsvCopyKey key)
    {
        try
        {
            using var stream = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
            return Read(stream, key);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>
    /// Deletes the copies of other versions of the files, as far as no one has them open, and what a process left that was killed.
    /// </summary>
    public static void DeleteStale(string folder, CsvCopyKey key)
    {
        foreach (string copy in Directory.EnumerateFiles(folder, key.NamesOfAll))
        {
            bool isTemporary = copy.EndsWith(".tmp", StringComparison.Ordinal);
            if (isTemporary ? File.GetLastWriteTimeUtc(copy) > DateTime.UtcNow.AddDays(-1) : IsOf(copy, key))
                continue;
            try
            {
                File.Delete(copy);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Another process reads it; it is deleted another time.
            }
        }
    }

    private static bool IsOf(string copy, CsvCopyKey key) =>
        Path.GetFileName(copy).StartsWith(key.PrefixOfCurrent, StringComparison.Ordinal);

    private static CsvCopyFooter? Read(FileStream stream, CsvCopyKey key)
    {
        Span<byte> trailer = stackalloc byte[TrailerLength];
        if (stream.Length < TrailerLength)
            return null;
        stream.Position = stream.Length - TrailerLength;
        stream.ReadExactly(trailer);
        ulong ofCells = BinaryPrimitives.ReadUInt64LittleEndian(trailer), ofFooter = BinaryPrimitives.ReadUInt64LittleEndian(trailer[8..]);
        int length = BinaryPrimitives.ReadInt32LittleEndian(trailer[16..]);
        long cells = stream.Length - TrailerLength - length;
        if (BinaryPrimitives.ReadInt32LittleEndian(trailer[20..]) != Magic || length < 0 || cells < 0)
            return null;
        stream.Position = cells;
        var json = new byte[length];
        stream.ReadExactly(json);
        var checksum = new CellChecksum();
        checksum.Add(json);
        if (checksum.Value != ofFooter)
            return null;
        CsvCopyFooter? footer = JsonSerializer.Deserialize(json, CsvCopyJson.Default.CsvCopyFooter);
        return footer is { Rows: > 0, Width: > 0 } && footer.Key == key.Text && (long)footer.Rows * footer.Width * sizeof(int) == cells
            && ChecksumOf(stream, cells) == ofCells ? footer : null;
    }

    private static ulong ChecksumOf(FileStream stream, long length)
    {
        stream.Position = 0;
        var checksum = new CellChecksum();
        var part = new byte[PartLength];
        for (long done = 0; done < length;)
        {
            int count = (int)Math.Min(PartLength, length - done);
            stream.ReadExactly(part, 0, count);
            checksum.Add(part.AsSpan(0, count));
            done += count;
        }

        return checksum.Value;
    }
}
