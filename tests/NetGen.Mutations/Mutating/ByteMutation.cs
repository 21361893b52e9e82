using System.Buffers.Binary;

namespace NetGen.Mutations.Mutating;

/// <summary>Mutates bytes without regard to what they mean.</summary>
internal static class ByteMutation
{
    private const int LongestPart = 24;

    /// <summary>Flips, cuts, inserts, repeats or overwrites, once or a few times.</summary>
    public static byte[] Of(byte[] file, Draw draw)
    {
        List<byte> bytes = [.. file];
        for (int changes = draw.Of(1, 1, 2, 4); changes > 0 && bytes.Count > 0; changes--)
            Change(bytes, draw);
        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Draw draw)
    {
        // Headers stand first: half of the changes are there.
        int at = draw.Below(draw.OneIn(2) ? Math.Min(bytes.Count, 64) : bytes.Count);
        int length = Math.Min(1 + draw.Below(LongestPart), bytes.Count - at);
        switch (draw.Below(7))
        {
            case 0:
                int bit = draw.Below(8);
                bytes[at] ^= (byte)(1 << bit);
                draw.Note($"bit {bit} of byte {at} flipped");
                break;
            case 1:
                bytes[at] = (byte)draw.Below(256);
                draw.Note($"byte {at} is {bytes[at]}");
                break;
            case 2:
                bytes.RemoveRange(at, draw.OneIn(3) ? bytes.Count - at : length);
                draw.Note($"cut at {at}, {bytes.Count} bytes left");
                break;
            case 3:
                bytes.InsertRange(at, draw.Bytes(length));
                draw.Note($"{length} bytes inserted at {at}");
                break;
            case 4:
                int times = draw.Of(1, 1, 2, 50);
                for (int i = 0; i < times; i++)
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                draw.Note($"{length} bytes at {at} repeated {times} times");
                break;
            case 5:
                OverwriteNumber(bytes, at, draw);
                break;
            default:
                int to = draw.Below(bytes.Count);
                byte[] part = [.. bytes.GetRange(at, length)];
                for (int i = 0; i < part.Length && to + i < bytes.Count; i++)
                    bytes[to + i] = part[i];
                draw.Note($"{length} bytes at {at} copied to {to}");
                break;
        }
    }

    private static void OverwriteNumber(List<byte> bytes, int at, Draw draw)
    {
        var number = new byte[8];
        ulong value = ExtremeNumber.Of(draw);
        if (draw.OneIn(2))
            BinaryPrimitives.WriteUInt64LittleEndian(number, value);
        else
            BinaryPrimitives.WriteUInt64BigEndian(number, value);
        int width = draw.Of(1, 2, 4, 8), first = BitConverter.IsLittleEndian && number[0] == (byte)value ? 0 : 8 - width;
        for (int i = 0; i < width && at + i < bytes.Count; i++)
            bytes[at + i] = number[first + i];
        draw.Note($"{width} bytes at {at} are the number {value}");
    }
}
