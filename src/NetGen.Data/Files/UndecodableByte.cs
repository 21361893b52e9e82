using System.Text;

namespace NetGen.Data;

/// <summary>Finds the first byte of a file that is no character of its encoding, for messages.</summary>
internal static class UndecodableByte
{
    // Read in parts of so many bytes.
    private const int PartLength = 1 << 16;

    /// <summary>The error that names the file, and line and column of the byte.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">Its encoding, where it does not begin with a mark.</param>
    /// <param name="option">What states the encoding.</param>
    public static InvalidDataException In(string path, Encoding encoding, string option)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        Encoding? marked = EncodedFile.SkipMark(stream);
        string name = (marked ?? encoding).WebName.ToUpperInvariant();
        string expected = marked is null
            ? $"expected a file that is saved as {name}, or its encoding by {option}, such as Encoding.Latin1"
            : $"the file begins with the mark of {name}";
        (TextPlace place, byte? found) = Find(path, stream, EncodedFile.Strict(marked ?? encoding));
        return found is { } value
            ? place.Error($"the byte 0x{value:X2} is no {name}; {expected}.")
            : new InvalidDataException($"'{path}' is no {name}; {expected}.");
    }

    private static (TextPlace Place, byte? Found) Find(string path, FileStream stream, Encoding encoding)
    {
        Decoder decoder = encoding.GetDecoder();
        bool isUtf8 = encoding is UTF8Encoding, isWithin = false;
        int line = 1, column = 1;
        char last = '\0';
        var part = new byte[PartLength];
        Span<char> characters = stackalloc char[8];
        try
        {
            for (int count = stream.Read(part); count > 0; count = stream.Read(part))
            {
                for (int i = 0; i < count; i++)
                {
                    if (isUtf8 && !isWithin && part[i] < 0x80)
                    {
                        Pass((char)part[i]);
                        continue;
                    }

                    int decoded = decoder.GetChars(part.AsSpan(i, 1), characters, flush: false);
                    isWithin = decoded == 0;
                    foreach (char character in characters[..decoded])
                        Pass(character);
                }
            }

            decoder.GetChars([], characters, flush: true);
            return (default, null);
        }
        catch (DecoderFallbackException error)
        {
            return (new TextPlace(path, line, column), error.BytesUnknown?[0]);
        }

        void Pass(char character)
        {
            if (character == '\r' || (character == '\n' && last != '\r'))
                (line, column) = (line + 1, 1);
            else if (character != '\n' && !char.IsLowSurrogate(character))
                column++;
            last = character;
        }
    }
}
