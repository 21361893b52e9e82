using System.Buffers;
using System.Text;

namespace NetGen.Data;

/// <summary>Files of UTF-8 text, with a BOM or without one.</summary>
internal static class Utf8File
{
    /// <summary>Reads a whole file.</summary>
    /// <exception cref="InvalidDataException">It is no UTF-8; the message names file, line and column.</exception>
    /// <exception cref="IOException">It cannot be read, or has more bytes than an array.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static string Read(string path)
    {
        if (Directory.Exists(path))
            throw new IOException($"'{path}' is a folder; expected a file of text.");
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
            throw Invalid(path, bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private static InvalidDataException Invalid(string path, ReadOnlySpan<byte> bytes)
    {
        int line = 1, column = 1, position = 0;
        while (Rune.DecodeFromUtf8(bytes[position..], out Rune character, out int length) == OperationStatus.Done)
        {
            position += length;
            (line, column) = character.Value == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        bool isUtf16 = bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble);
        return new TextPlace(path, line, column).Error(
            $"the byte 0x{bytes[position]:X2} is no UTF-8{(isUtf16 ? ", and the file UTF-16" : "")}; expected a file that is saved as "
                + "UTF-8.");
    }
}
