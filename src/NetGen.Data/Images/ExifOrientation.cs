using System.Buffers.Binary;

namespace NetGen.Data;

/// <summary>The orientation that a camera wrote into a JPEG file.</summary>
/// <remarks>Source: CIPA DC-008 (Exif), sections 4.5 and 4.6.4: a TIFF header and a directory, in which the tag 0x0112 stands.</remarks>
internal static class ExifOrientation
{
    private const ushort Orientation = 0x0112;
    private const int EntryLength = 12;

    /// <summary>Reads it from the segment; 1, upright, where it says nothing that can be read.</summary>
    /// <param name="segment">The bytes of an APP1 segment.</param>
    public static int Read(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8))
            return 1;
        ReadOnlySpan<byte> tiff = segment[6..];
        bool isBigEndian = tiff.StartsWith("MM"u8);
        if (tiff.Length < 8 || !(isBigEndian || tiff.StartsWith("II"u8)))
            return 1;
        uint first = isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]);
        if (first > tiff.Length - 2)
            return 1;
        ReadOnlySpan<byte> directory = tiff[(int)first..];
        int entries = Word(directory, isBigEndian);
        for (int i = 0, at = 2; i < entries && at + EntryLength <= directory.Length; i++, at += EntryLength)
        {
            if (Word(directory[at..], isBigEndian) == Orientation)
                return Word(directory[(at + 8)..], isBigEndian) is >= 1 and <= 8 and int stated ? stated : 1;
        }

        return 1;
    }

    private static int Word(ReadOnlySpan<byte> from, bool isBigEndian) =>
        isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(from) : BinaryPrimitives.ReadUInt16LittleEndian(from);
}
