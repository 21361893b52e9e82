using System.Buffers.Binary;

namespace NetGen.Data;

/// <summary>Checks a JPEG file before it is decoded: its segments, its size, and that it has an end.</summary>
/// <remarks>Source: ITU-T T.81, annex B; the orientation stands in an Exif segment (CIPA DC-008).</remarks>
internal static class JpegFile
{
    // A block of 8×8 pixels takes at least one bit, in each of its components.
    private const int MostPixelsPerByte = 8 * 64;

    // A progressive file has about ten; each is a pass over all pixels, however few bytes it has.
    private const int MostScans = 200;

    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte Application1 = 0xE1;

    /// <summary>Whether a file begins as JPEG does.</summary>
    public static bool IsJpeg(ReadOnlySpan<byte> file) => file is [0xFF, 0xD8, 0xFF, ..];

    /// <summary>Reads the size of the picture and its orientation.</summary>
    /// <exception cref="InvalidDataException">The segments before the picture are damaged or cut short.</exception>
    public static PictureHeader ReadHeader(ReadOnlySpan<byte> file)
    {
        int position = 2, orientation = 1;
        (int Width, int Height)? size = null;
        while (NextSegment(file, ref position, out ReadOnlySpan<byte> segment) is var marker && marker != StartOfScan)
        {
            if (marker == Application1 && orientation == 1)
                orientation = ExifOrientation.Read(segment);
            if (!IsStartOfFrame(marker))
                continue;
            if (size is not null)
                throw new InvalidDataException("is damaged: it states its size twice.");
            if (segment.Length < 6)
                throw new InvalidDataException("is damaged: its frame header is too short.");
            size = (BinaryPrimitives.ReadUInt16BigEndian(segment[3..]), BinaryPrimitives.ReadUInt16BigEndian(segment[1..]));
        }

        return size is (> 0, > 0) known
            ? new PictureHeader(known.Width, known.Height, orientation)
            : throw new InvalidDataException("is damaged: it states no size before its picture.");
    }

    /// <summary>Requires that the file has an end, and enough bytes for the size that it states.</summary>
    /// <exception cref="InvalidDataException">The file is cut short, or states a size that it cannot have.</exception>
    public static void RequireWhole(ReadOnlySpan<byte> file, PictureHeader header)
    {
        int position = 2;
        while (NextSegment(file, ref position, out _) != StartOfScan)
        {
        }

        RequireFewScans(file[position..]);
        int end = file[position..].LastIndexOf([(byte)0xFF, EndOfImage]);
        if (end < 0)
            throw new InvalidDataException("is cut short: it ends before its picture does.");
        if ((long)header.Width * header.Height > (long)MostPixelsPerByte * (end + 64))
        {
            throw new InvalidDataException(
                $"is damaged or cut short: it states {header.Width}×{header.Height} pixels, and has {end} bytes of them.");
        }
    }

    /// <param name="file">The file from the bits of its first scan.</param>
    private static void RequireFewScans(ReadOnlySpan<byte> file)
    {
        int scans = 1;
        for (int next; (next = file.IndexOf((byte)0xFF)) >= 0 && next < file.Length - 1;)
        {
            file = file[(next + 1)..];
            if (file[0] is 0 or 1 or 0xFF or (>= 0xD0 and <= 0xD7))
                continue;
            if (file[0] == EndOfImage || file.Length < 3)
                return;
            if (file[0] == StartOfScan && ++scans > MostScans)
                throw new InvalidDataException($"is damaged: its picture has more than {MostScans} scans.");
            file = file[Math.Min(file.Length, 1 + BinaryPrimitives.ReadUInt16BigEndian(file[1..]))..];
        }
    }

    /// <summary>The next marker, with the bytes of its segment, behind which the position then is.</summary>
    private static byte NextSegment(ReadOnlySpan<byte> file, ref int position, out ReadOnlySpan<byte> segment)
    {
        // Any number of bytes 0xFF may stand before a marker.
        int start = position;
        while (position < file.Length && file[position] == 0xFF)
            position++;
        if (position >= file.Length)
            throw new InvalidDataException("is cut short: it ends before its picture.");
        if (position == start)
            throw new InvalidDataException($"is damaged: there is no marker at byte {start}.");
        byte marker = file[position++];
        if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
        {
            segment = default;
            return marker;
        }

        if (marker == EndOfImage)
            throw new InvalidDataException("is damaged: it ends without a picture.");
        if (file.Length - position < 2)
            throw new InvalidDataException("is cut short: it ends before its picture.");
        int length = BinaryPrimitives.ReadUInt16BigEndian(file[position..]);
        if (length < 2 || length > file.Length - position)
            throw new InvalidDataException($"is damaged or cut short: the segment at byte {position - 2} states {length} bytes.");
        segment = file.Slice(position + 2, length - 2);
        position += length;
        return marker;
    }

    // 0xC4, 0xC8 and 0xCC are tables and an extension.
    private static bool IsStartOfFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
