using System.Text;

namespace NetGen.Data;

/// <summary>
/// Files of text in a stated encoding, or in the one by whose mark (BOM) they begin. A byte that is no character is an error.
/// </summary>
internal static class EncodedFile
{
    // The mark of UTF-32 begins as that of UTF-16 does.
    private static readonly Encoding[] Marked =
    [
        Encoding.UTF32, new UTF32Encoding(bigEndian: true, byteOrderMark: true), Encoding.UTF8, Encoding.Unicode,
        Encoding.BigEndianUnicode,
    ];

    /// <summary>Reads a whole file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">Its encoding, where it does not begin with a mark.</param>
    /// <param name="option">What states the encoding, for messages.</param>
    /// <exception cref="InvalidDataException">A byte is no character; the message names file, line and column.</exception>
    /// <exception cref="IOException">The file cannot be read, or has more bytes than an array.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static string Read(string path, Encoding encoding, string option)
    {
        RequireFile(path, "a file of text");
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
        Encoding? marked = MarkOf(bytes);
        try
        {
            return Strict(marked ?? encoding).GetString(bytes[(marked?.Preamble.Length ?? 0)..]);
        }
        catch (DecoderFallbackException)
        {
            throw UndecodableByte.In(path, encoding, option);
        }
    }

    /// <summary>
    /// Opens a file that is read part by part; reading throws a <see cref="DecoderFallbackException"/>, of which
    /// <see cref="UndecodableByte"/> finds the place.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static StreamReader Open(string path, Encoding encoding)
    {
        RequireFile(path, "a CSV file");
        var stream = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        try
        {
            return new StreamReader(stream, Strict(SkipMark(stream) ?? encoding), detectEncodingFromByteOrderMarks: false);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The encoding by whose mark a file begins, behind which the stream then stands; null where it stands at the beginning.
    /// </summary>
    internal static Encoding? SkipMark(FileStream stream)
    {
        // What comes from a pipe is read once.
        if (!stream.CanSeek)
            return null;
        Span<byte> bytes = stackalloc byte[4];
        Encoding? marked = MarkOf(bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)]);
        stream.Position = marked?.Preamble.Length ?? 0;
        return marked;
    }

    /// <summary>The same encoding, which throws where bytes are no character.</summary>
    internal static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }

    private static Encoding? MarkOf(ReadOnlySpan<byte> bytes)
    {
        foreach (Encoding marked in Marked)
        {
            if (bytes.StartsWith(marked.Preamble))
                return marked;
        }

        return null;
    }

    private static void RequireFile(string path, string expected)
    {
        if (Directory.Exists(path))
            throw new IOException($"'{path}' is a folder; expected {expected}.");
    }
}
