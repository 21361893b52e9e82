using System.Buffers.Binary;

namespace NetGen.Mutations.Mutating;

/// <summary>Mutates the segments of a JPEG file: markers, lengths, sizes, tables and the bits of the scans.</summary>
internal static class JpegMutation
{
    private const byte StartOfScan = 0xDA;

    /// <summary>Mutates a valid file.</summary>
    public static byte[] Of(byte[] file, Draw draw)
    {
        List<(byte Marker, byte[] Content)> segments = Segments(file, out byte[] scans);
        for (int changes = draw.Of(1, 1, 2, 3); changes > 0 && segments.Count > 0; changes--)
            Change(segments, ref scans, draw);
        return [0xFF, 0xD8, .. segments.SelectMany(segment => Bytes(segment.Marker, segment.Content)), .. scans];
    }

    private static byte[] Bytes(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static List<(byte Marker, byte[] Content)> Segments(byte[] file, out byte[] scans)
    {
        var segments = new List<(byte Marker, byte[] Content)>();
        for (int at = 2; ;)
        {
            int length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2));
            segments.Add((file[at + 1], file[(at + 4)..(at + 2 + length)]));
            at += 2 + length;
            if (segments[^1].Marker == StartOfScan)
            {
                scans = file[at..];
                return segments;
            }
        }
    }

    private static void Change(List<(byte Marker, byte[] Content)> segments, ref byte[] scans, Draw draw)
    {
        int at = draw.Below(segments.Count);
        (byte marker, byte[] content) = segments[at];
        switch (draw.Below(8))
        {
            case 0:
                draw.Note($"segment {at}, {marker:X2}, removed");
                segments.RemoveAt(at);
                break;
            case 1:
                int to = draw.Below(segments.Count + 1);
                draw.Note($"segment {at}, {marker:X2}, repeated at {to}");
                segments.Insert(to, segments[at]);
                break;
            case 2:
                draw.Note($"inside segment {at}, {marker:X2}:");
                segments[at] = (marker, content.Length == 0 ? draw.Bytes(4) : ByteMutation.Of(content, draw));
                break;
            case 3:
                byte other = draw.Of<byte>(0xC0, 0xC1, 0xC2, 0xC3, 0xC9, 0xC4, 0xDB, 0xDD, 0xDC, 0xDA, 0xE1, 0xEE, 0xFE, 0xD0, 0xD9, 1, 0);
                draw.Note($"segment {at}, {marker:X2}, became {other:X2}");
                segments[at] = (other, content);
                break;
            case 4 or 5:
                StateFrame(segments, draw);
                break;
            case 6:
                draw.Note($"inside the scans:");
                scans = scans.Length == 0 ? [] : ByteMutation.Of(scans, draw);
                break;
            default:
                int place = draw.Below(scans.Length + 1);
                byte inside = draw.Of<byte>(0xD0, 0xD9, 0xDA, 0xC0, 0xC2, 0xC4, 0xDC, 0xDD, 0xFF);
                draw.Note($"marker {inside:X2} at {place} of the scans");
                scans = [.. scans.AsSpan(0, place), 0xFF, inside, .. draw.Bytes(draw.Below(12)), .. scans.AsSpan(place)];
                break;
        }
    }

    /// <summary>Changes a number of the frame header, or adds a second frame header with others.</summary>
    private static void StateFrame(List<(byte Marker, byte[] Content)> segments, Draw draw)
    {
        int at = segments.FindIndex(segment => segment.Marker is 0xC0 or 0xC1 or 0xC2 && segment.Content.Length >= 9);
        if (at < 0)
            return;
        byte[] frame = [.. segments[at].Content];
        switch (draw.Below(3))
        {
            case 0:
                BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(draw.Of(1, 3)), unchecked((ushort)ExtremeNumber.Of(draw)));
                break;
            case 1:
                frame[draw.Of(0, 5)] = (byte)draw.Below(6);
                break;
            default:
                frame[6 + draw.Below(frame.Length - 6)] =
                    draw.Of<byte>(0, 1, 2, 3, 4, 0x11, 0x12, 0x21, 0x22, 0x41, 0x14, 0x44, 0x33, 0xFF);
                break;
        }

        bool isSecond = draw.OneIn(4);
        draw.Note($"{(isSecond ? "second " : "")}frame header {Convert.ToHexString(frame)}");
        if (isSecond)
            segments.Insert(at + draw.Below(2), (segments[at].Marker, frame));
        else
            segments[at] = (segments[at].Marker, frame);
    }
}
