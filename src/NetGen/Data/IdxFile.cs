using System.Buffers.Binary;

namespace NetGen;

/// <summary>
/// An array of bytes in the IDX format, the form in which MNIST and its relatives are published; packed with gzip, once or twice, or not.
/// </summary>
/// <remarks>
/// Format: two zero bytes, a type code (0x08, unsigned byte, is the one read here), the number of dimensions, each dimension
/// as a big-endian 32-bit number, then the values in row-major order (LeCun, Cortes, Burges: "The MNIST database", section "File formats").
/// Whether a file is packed is told from its first bytes, never from its name.
/// </remarks>
public sealed class IdxFile
{
    private const int UnsignedByte = 0x08;
    private const int MaximalDimensions = 4;

    // Gzip seldom compresses images further: the initial capacity, in values for each byte of the file.
    private const int ValuesOfByte = 16;

    // What is no file with a length states 0 bytes: a pipe, or a file that the system makes as it is read.
    private const long SmallestBuffer = 4096;

    private IdxFile(string path, int[] dimensions, byte[] values) => (this.Path, this.Dimensions, this.Values) = (path, dimensions, values);

    /// <summary>The file that this was read from.</summary>
    public string Path { get; }

    /// <summary>The sizes, outermost first: [images, height, width] for images, [labels] for labels.</summary>
    public IReadOnlyList<int> Dimensions { get; }

    /// <summary>All values, row-major; their number is the product of <see cref="Dimensions"/>.</summary>
    public byte[] Values { get; }

    /// <summary>Reads a whole file and checks that it holds exactly what its header says.</summary>
    /// <param name="path">The file, packed with gzip or not.</param>
    /// <exception cref="InvalidDataException">
    /// The file is not IDX, holds no unsigned bytes, is cut short, goes on after its end, or its gzip packing is damaged.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read, <see cref="FileNotFoundException"/> among them.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static IdxFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WholeFile.RequireNoFolder(path);
        using Stream stream = Open(path);
        int[] dimensions = ReadHeader(stream, path);
        byte[] values = ReadValues(stream, path, dimensions);
        return new IdxFile(path, dimensions, values);
    }

    private static Stream Open(string path)
    {
        try
        {
            return Gzip.OpenUnpacked(path);
        }
        catch (InvalidDataException damaged)
        {
            throw Damaged(path, damaged);
        }
    }

    private static int[] ReadHeader(Stream stream, string path)
    {
        Span<byte> word = stackalloc byte[4];
        int read = Fill(word, stream, path);
        if (read < word.Length)
            throw new InvalidDataException($"'{path}' is cut short: {read} bytes, and an IDX file begins with a header of at least 8.");
        if (word[0] != 0 && OfOtherFormat(word, stream, path) is { } format)
            throw new InvalidDataException($"'{path}' is not an IDX file: it is {format}.");
        if (word[0] != 0 || word[1] != 0 || word[3] is 0 or > MaximalDimensions)
        {
            throw new InvalidDataException(
                $"'{path}' is not an IDX file: it begins with 0x{Convert.ToHexString(word)}; expected 0x000008 and a number of dimensions "
                    + $"from 1 to {MaximalDimensions}.");
        }

        if (word[2] != UnsignedByte)
            throw new InvalidDataException(
                $"'{path}' holds values of IDX type 0x{word[2]:X2}; expected 0x{UnsignedByte:X2}, unsigned bytes.");

        var dimensions = new int[word[3]];
        for (int i = 0; i < dimensions.Length; i++)
        {
            if (Fill(word, stream, path) < word.Length)
                throw new InvalidDataException(
                    $"'{path}' is cut short: its header announces {dimensions.Length} dimensions and ends before dimension {i}.");
            uint size = BinaryPrimitives.ReadUInt32BigEndian(word);
            if (size is 0 or > int.MaxValue)
                throw new InvalidDataException($"'{path}' states the size {size} for dimension {i}; expected 1 to {int.MaxValue}.");
            dimensions[i] = (int)size;
        }

        return dimensions;
    }

    private static string? OfOtherFormat(ReadOnlySpan<byte> word, Stream stream, string path)
    {
        Span<byte> start = stackalloc byte[OtherFormat.StartLength];
        word.CopyTo(start);
        int read = Fill(start[word.Length..], stream, path);
        return OtherFormat.Of(start[..(word.Length + read)]);
    }

    private static byte[] ReadValues(Stream stream, string path, int[] dimensions)
    {
        string stated = string.Join("×", dimensions);
        long expected = 1;
        foreach (int size in dimensions)
        {
            expected *= size;
            if (expected > Array.MaxLength)
                throw new InvalidDataException($"'{path}' states {stated} values, more than the {Array.MaxLength} that an array can hold.");
        }

        // The buffer starts at the file's length and grows with what is read, so that a header of sixteen bytes cannot request
        // gigabytes.
        var values = new byte[Math.Min(expected, Math.Max(SmallestBuffer, ValuesOfByte * new FileInfo(path).Length))];
        int read = 0;
        while (true)
        {
            read += Fill(values.AsSpan(read), stream, path);
            if (read < values.Length)
                throw new InvalidDataException($"'{path}' is cut short: {read} values, and its header states {stated} = {expected}.");
            if (read == expected)
                break;
            Array.Resize(ref values, (int)Math.Min(expected, 2L * values.Length));
        }

        // Reading on to the end also makes gzip compare its checksum.
        if (Fill(stackalloc byte[1], stream, path) != 0)
            throw new InvalidDataException($"'{path}' goes on after the {stated} = {expected} values that its header states.");
        return values;
    }

    // Fills the buffer as far as the stream reaches; returns the number of bytes read.
    private static int Fill(Span<byte> room, Stream stream, string path)
    {
        try
        {
            return stream.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException damaged)
        {
            throw Damaged(path, damaged);
        }
    }

    private static InvalidDataException Damaged(string path, InvalidDataException damaged) =>
        new($"'{path}' is packed with gzip and damaged: {damaged.Message}", damaged);
}
