using System.Buffers.Binary;
using System.Text.Json;

namespace NetGen.Data;

/// <summary>
/// Writes the binary copy of a CSV file beside its name, and gives it the name once it is complete: cells, the footer as JSON, and the
/// trailer.
/// </summary>
internal sealed class CsvCopyWriter : IDisposable
{
    private readonly string path;
    private readonly string temporary;
    private readonly FileStream stream;
    private readonly CellChecksum checksum = new();
    private bool isComplete;

    /// <param name="path">The copy.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public CsvCopyWriter(string path)
    {
        this.path = path;
        temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(error);
        }
    }

    /// <summary>Writes cells.</summary>
    /// <exception cref="IOException">The disk is full, or fails.</exception>
    public void Write(ReadOnlySpan<byte> cells)
    {
        try
        {
            stream.Write(cells);
        }
        catch (IOException error)
        {
            throw NotWritten(error);
        }

        checksum.Add(cells);
    }

    /// <summary>Writes what stands behind the cells, flushes to the disk, and gives the file its name.</summary>
    /// <exception cref="IOException">The disk is full, or fails.</exception>
    public void Complete(CsvCopyFooter footer)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(footer, CsvCopyJson.Default.CsvCopyFooter);
        var ofFooter = new CellChecksum();
        ofFooter.Add(json);
        Span<byte> trailer = stackalloc byte[CsvCopy.TrailerLength];
        BinaryPrimitives.WriteUInt64LittleEndian(trailer, checksum.Value);
        BinaryPrimitives.WriteUInt64LittleEndian(trailer[8..], ofFooter.Value);
        BinaryPrimitives.WriteInt32LittleEndian(trailer[16..], json.Length);
        BinaryPrimitives.WriteInt32LittleEndian(trailer[20..], CsvCopy.Magic);
        try
        {
            stream.Write(json);
            stream.Write(trailer);
            stream.Flush(flushToDisk: true);
            stream.Dispose();
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(error);
        }

        isComplete = true;
    }

    /// <summary>Deletes what was not completed.</summary>
    public void Dispose()
    {
        if (isComplete)
            return;
        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
            // What could not be flushed is deleted.
        }

        File.Delete(temporary);
    }

    private IOException NotWritten(Exception error) => new(
        $"The binary copy of a large CSV file cannot be written to '{Path.GetDirectoryName(path)}': {error.Message} "
            + $"{nameof(CsvOptions)}.{nameof(CsvOptions.CacheFolder)} states another folder.", error);
}
