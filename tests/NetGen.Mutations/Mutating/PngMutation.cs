using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetGen.Data.Tests.Images;

namespace NetGen.Mutations.Mutating;

/// <summary>Mutates the chunks of a PNG file, mostly with right checksums, so that the decoder sees what was changed.</summary>
internal static class PngMutation
{
    private const int SignatureLength = 8;

    private static readonly string[] Types =
        ["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "CgBI", "gAMA", "iCCP", "tEXt", "zTXt", "acTL", "fcTL", "fdAT", "eXIf", "ABCD"];

    /// <summary>Mutates a valid file.</summary>
    public static byte[] Of(byte[] file, Draw draw)
    {
        List<(string Type, byte[] Content)> chunks = Chunks(file);
        for (int changes = draw.Of(1, 1, 2, 3); changes > 0 && chunks.Count > 0; changes--)
            Change(chunks, draw);
        byte[] mutated = [.. file.AsSpan(0, SignatureLength), .. chunks.SelectMany(chunk => PngBytes.Chunk(chunk.Type, chunk.Content))];
        if (draw.OneIn(8))
            StateLength(mutated, draw);
        return mutated;
    }

    private static List<(string Type, byte[] Content)> Chunks(byte[] file)
    {
        var chunks = new List<(string Type, byte[] Content)>();
        for (int at = SignatureLength; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            chunks.Add((Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
        }

        return chunks;
    }

    private static void Change(List<(string Type, byte[] Content)> chunks, Draw draw)
    {
        int at = draw.Below(chunks.Count);
        (string type, byte[] content) = chunks[at];
        switch (draw.Below(8))
        {
            case 0:
                draw.Note($"chunk {at}, {type}, removed");
                chunks.RemoveAt(at);
                break;
            case 1:
                int to = draw.Below(chunks.Count + 1);
                draw.Note($"chunk {at}, {type}, repeated at {to}");
                chunks.Insert(to, chunks[at]);
                break;
            case 2:
                draw.Note($"inside chunk {at}, {type}:");
                chunks[at] = (type, content.Length == 0 ? draw.Bytes(draw.Below(20)) : ByteMutation.Of(content, draw));
                break;
            case 3:
                string odd = draw.Of<string>(Types);
                int length = draw.Of(0, 1, 2, 3, 4, 6, 13, 255, 256, 257, 300, 768, 771);
                int place = 1 + draw.Below(chunks.Count);
                draw.Note($"chunk {odd} of {length} bytes inserted at {place}");
                chunks.Insert(Math.Min(place, chunks.Count), (odd, draw.Bytes(length)));
                break;
            case 4 or 5:
                StateHeader(chunks, draw);
                break;
            default:
                MutateRows(chunks, draw);
                break;
        }
    }

    private static void StateHeader(List<(string Type, byte[] Content)> chunks, Draw draw)
    {
        int at = chunks.FindIndex(chunk => chunk is { Type: "IHDR", Content.Length: 13 });
        if (at < 0)
            return;
        byte[] header = [.. chunks[at].Content];
        switch (draw.Below(4))
        {
            case 0:
                BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(draw.Of(0, 4)), unchecked((uint)ExtremeNumber.Of(draw)));
                break;
            case 1:
                header[8] = draw.Of<byte>(0, 1, 2, 4, 8, 16, 32);
                break;
            case 2:
                header[9] = (byte)draw.Below(8);
                break;
            default:
                header[draw.Of(10, 11, 12, 3, 7)] = (byte)draw.Below(4);
                break;
        }

        draw.Note($"header {Convert.ToHexString(header)}");
        chunks[at] = ("IHDR", header);
    }

    /// <summary>Unpacks the picture, mutates its rows, and packs them.</summary>
    private static void MutateRows(List<(string Type, byte[] Content)> chunks, Draw draw)
    {
        int at = chunks.FindIndex(chunk => chunk.Type == "IDAT");
        if (at < 0)
            return;
        byte[] packed = [.. chunks.Where(chunk => chunk.Type == "IDAT").SelectMany(chunk => chunk.Content)];
        using var rows = new MemoryStream();
        try
        {
            using var content = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            content.CopyTo(rows);
        }
        catch (InvalidDataException)
        {
            // An earlier change has damaged it: what could be unpacked is taken.
        }

        int length = draw.Of(0, 0, 1, 500, 70_000);
        draw.Note($"rows of the picture, then {length} bytes:");
        byte[] mutated = [.. rows.Length == 0 ? [] : ByteMutation.Of(rows.ToArray(), draw), .. draw.Bytes(length)];
        chunks.RemoveAll(chunk => chunk.Type == "IDAT");
        using var again = new MemoryStream();
        using (var zlib = new ZLibStream(again, CompressionLevel.Fastest))
            zlib.Write(mutated);
        chunks.Insert(Math.Min(at, chunks.Count), ("IDAT", again.ToArray()));
    }

    private static void StateLength(byte[] file, Draw draw)
    {
        if (file.Length < SignatureLength + 4)
            return;
        uint length = unchecked((uint)ExtremeNumber.Of(draw));
        int at = SignatureLength;
        for (int skipped = draw.Below(4); skipped > 0; skipped--)
        {
            int next = at + 12 + BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            if (next + 4 > file.Length)
                break;
            at = next;
        }

        draw.Note($"the chunk at byte {at} states a length of {length}");
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at), length);
    }
}
