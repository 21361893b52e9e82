using System.Buffers.Binary;
using System.Globalization;

namespace NetGen.Reports;

/// <summary>
/// A file of events as TensorBoard reads it: records of TFRecord, each a length and a message with a masked sum behind both. A record is
/// written at once, so that whatever ends the process leaves all records before it whole.
/// </summary>
internal sealed class EventFile : IDisposable
{
    /// <summary>What the first record of a file says.</summary>
    public const string Version = "brain.Event:2";

    private const int WallTimeField = 1, VersionField = 3;
    private const int SumBytes = sizeof(uint), HeaderBytes = sizeof(ulong) + SumBytes;

    private readonly FileStream file;
    private byte[] record = new byte[1024];

    private EventFile(FileStream file) => this.file = file;

    /// <summary>The full path.</summary>
    public string Path => file.Name;

    /// <summary>Makes a new file in a folder, which is made too where there is none.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public static EventFile Create(string folder, DateTimeOffset time)
    {
        Directory.CreateDirectory(folder);
        var result = new EventFile(CreateNew(System.IO.Path.Combine(folder, NameOf(time))));
        var first = new ProtobufBuffer();
        first.WriteDouble(WallTimeField, SecondsOf(time));
        first.WriteText(VersionField, Version);
        result.Append(first.Written);
        return result;
    }

    /// <summary>A time as events state it: seconds since 1970, UTC.</summary>
    public static double SecondsOf(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).TotalSeconds;

    /// <summary>Writes a record.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Append(ReadOnlySpan<byte> message)
    {
        int length = HeaderBytes + message.Length + SumBytes;
        if (record.Length < length)
            record = new byte[Math.Max(2 * record.Length, length)];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)message.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(sizeof(ulong)), Crc32C.Masked(record.AsSpan(0, sizeof(ulong))));
        message.CopyTo(record.AsSpan(HeaderBytes));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(HeaderBytes + message.Length), Crc32C.Masked(message));
        file.Write(record, 0, length);
    }

    public void Dispose() => file.Dispose();

    // The seconds have ten digits, so that names in their order are in the order of time.
    private static string NameOf(DateTimeOffset time)
    {
        string host = string.Concat(Environment.MachineName.Select(letter =>
            char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' ? letter : '_'));
        return string.Create(CultureInfo.InvariantCulture, $"events.out.tfevents.{time.ToUnixTimeSeconds():D10}.{host}");
    }

    // Another file of the same second gets a number behind its name.
    private static FileStream CreateNew(string path)
    {
        for (int number = 0; ; number++)
        {
            string name = number == 0 ? path : string.Create(CultureInfo.InvariantCulture, $"{path}.{number}");
            try
            {
                return new FileStream(name, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0);
            }
            catch (IOException) when (File.Exists(name))
            {
            }
        }
    }
}
