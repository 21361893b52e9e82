using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>Reads tensors from a safetensors file: eight bytes of header length, the header in JSON, the data.</summary>
internal sealed class SafetensorsReader
{
    private const int LengthBytes = 8;

    // The bound of the format's reference implementation.
    private const long LargestHeader = 100_000_000;

    private const int ElementsOfPiece = 4096;

    private readonly Stream stream;
    private readonly string file;
    private readonly long dataStart;

    /// <param name="stream">A stream that can seek, at the beginning of the file.</param>
    /// <param name="file">What messages call the file.</param>
    /// <exception cref="InvalidDataException">The file is cut short, or its header is not what the format demands.</exception>
    public SafetensorsReader(Stream stream, string file)
    {
        (this.stream, this.file) = (stream, file);
        long start = stream.Position;
        long length = stream.Length - start;
        if (length < LengthBytes)
            throw new InvalidDataException(
                $"'{file}' is cut short: {length} bytes, and a safetensors file begins with {LengthBytes} bytes of header length.");
        Span<byte> lengthBytes = stackalloc byte[LengthBytes];
        stream.ReadExactly(lengthBytes);
        if (OfOtherFormat(lengthBytes) is { } format)
            throw new InvalidDataException($"'{file}' is not a safetensors file: it is {format}.");
        ulong headerLength = BinaryPrimitives.ReadUInt64LittleEndian(lengthBytes);
        if (headerLength > LargestHeader)
            throw new InvalidDataException(
                $"'{file}' states a header of {headerLength} bytes; expected at most {LargestHeader}. It is hardly a safetensors file.");
        if ((long)headerLength > length - LengthBytes)
            throw new InvalidDataException(
                $"'{file}' is cut short: it states a header of {headerLength} bytes, and {length - LengthBytes} follow.");
        var header = new byte[(int)headerLength];
        stream.ReadExactly(header);
        dataStart = start + LengthBytes + (long)headerLength;
        (Entries, Metadata) = SafetensorsHeader.Read(header, stream.Length - dataStart, file);
    }

    /// <summary>The tensors in the order of the header.</summary>
    public IReadOnlyList<SafetensorsEntry> Entries { get; }

    /// <summary>The texts of the header's metadata, by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Reads the first of a tensor's values as floats, row-major.</summary>
    /// <exception cref="InvalidDataException">A value of the file is beyond all floats, or of a type that is not read.</exception>
    public float[] ReadValues(SafetensorsEntry entry, int count)
    {
        stream.Position = dataStart + entry.Begin;
        float[] values = GC.AllocateUninitializedArray<float>(count);
        if (entry.Type == SafetensorsEntry.Float32 && BitConverter.IsLittleEndian)
        {
            stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
            return values;
        }

        // Other types are converted in pieces that stay in the cache, so that a file takes no room beside the floats.
        int width = SafetensorsEntry.BitsOf(entry.Type) / 8;
        byte[] bytes = new byte[ElementsOfPiece * width];
        for (int done = 0; done < count;)
        {
            Span<float> piece = values.AsSpan(done, Math.Min(ElementsOfPiece, count - done));
            Span<byte> read = bytes.AsSpan(0, piece.Length * width);
            stream.ReadExactly(read);
            for (int i = 0; i < piece.Length; i++)
                piece[i] = Converted(read.Slice(i * width, width), done + i, entry);
            done += piece.Length;
        }

        return values;
    }

    /// <summary>Reads a count: one whole number of at least 0, whatever its type is.</summary>
    /// <exception cref="InvalidDataException">The value is no count.</exception>
    public long ReadCount(SafetensorsEntry entry)
    {
        if (entry.Type != SafetensorsEntry.Int64)
        {
            float value = ReadValues(entry, 1)[0];
            return float.IsInteger(value) && value is >= 0 and < long.MaxValue ? (long)value : throw NoCount(value);
        }

        stream.Position = dataStart + entry.Begin;
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        stream.ReadExactly(bytes);
        long count = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        return count >= 0 ? count : throw NoCount(count);

        InvalidDataException NoCount(object value) =>
            new(FormattableString.Invariant(
                $"'{file}', tensor '{entry.Name}' is {value}; expected a count, a whole number of at least 0."));
    }

    // What begins otherwise is of another format only where the length of the header is out of all range, so that no good file is taken for
    // one.
    private string? OfOtherFormat(ReadOnlySpan<byte> lengthBytes)
    {
        if (BinaryPrimitives.ReadUInt64LittleEndian(lengthBytes) <= LargestHeader)
            return null;
        Span<byte> start = stackalloc byte[OtherFormat.StartLength];
        lengthBytes.CopyTo(start);
        int read = stream.ReadAtLeast(start[LengthBytes..], start.Length - LengthBytes, throwOnEndOfStream: false);
        return OtherFormat.Of(start[..(LengthBytes + read)]);
    }

    /// <summary>
    /// An element as a float: F16 and BF16 exactly, NaN, infinities and subnormal numbers included, F64 to the nearest float.
    /// </summary>
    private float Converted(ReadOnlySpan<byte> element, int index, SafetensorsEntry entry) => entry.Type switch
    {
        SafetensorsEntry.Float32 => BinaryPrimitives.ReadSingleLittleEndian(element),
        "F64" => Narrowed(BinaryPrimitives.ReadDoubleLittleEndian(element), index, entry),
        "F16" => (float)BinaryPrimitives.ReadHalfLittleEndian(element),
        "BF16" => BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(element) << 16),
        _ => throw new InvalidDataException($"'{file}', tensor '{entry.Name}' has the type '{entry.Type}', which is not read."),
    };

    /// <exception cref="InvalidDataException">The number is finite and no float is as large.</exception>
    private float Narrowed(double value, int index, SafetensorsEntry entry) => float.IsFinite((float)value) || !double.IsFinite(value)
        ? (float)value
        : throw new InvalidDataException(
            $"'{file}', tensor '{entry.Name}' has the value {value} at {index}; the largest float is {float.MaxValue}.");
}
