using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

// Draws circles, squares and triangles as PNG files, so that there is something to learn at once. Your own pictures need none of this.
internal static class Drawings
{
    private const int Side = 32;

    public static void Write(string folder, int count, int seed)
    {
        var random = new Random(seed);
        foreach (string name in new[] { "circle", "square", "triangle" })
        {
            Directory.CreateDirectory(Path.Combine(folder, name));
            for (int i = 0; i < count; i++)
                File.WriteAllBytes(Path.Combine(folder, name, $"{i}.png"), Png(Draw(name, random)));
        }
    }

    private static byte[] Draw(string name, Random random)
    {
        double radius = 6 + (6 * random.NextDouble()), x = 16 + (3 * Signed()), y = 16 + (3 * Signed());
        byte[] colour = [Bright(), Bright(), Bright()];

        // Rows of red, green and blue; the first byte of each says that they stand as they are.
        var rows = new byte[Side * (1 + (3 * Side))];
        for (int row = 0; row < Side; row++)
        {
            for (int column = 0; column < Side; column++)
            {
                double right = column - x, down = row - y;
                bool isInside = name switch
                {
                    "circle" => (right * right) + (down * down) < radius * radius,
                    "square" => Math.Max(Math.Abs(right), Math.Abs(down)) < 0.9 * radius,
                    _ => Math.Abs(down) < radius && Math.Abs(right) < (down + radius) / 2,
                };
                for (int channel = 0; channel < 3; channel++)
                {
                    int noise = random.Next(60);
                    rows[(row * (1 + (3 * Side))) + 1 + (3 * column) + channel] = isInside ? (byte)(colour[channel] - noise) : (byte)noise;
                }
            }
        }

        return rows;

        double Signed() => (2 * random.NextDouble()) - 1;

        byte Bright() => (byte)random.Next(120, 256);
    }

    private static byte[] Png(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(rows);
        byte[] header = [0, 0, 0, Side, 0, 0, 0, Side, 8, 2, 0, 0, 0];
        return [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), Checksum(named));
        return chunk;
    }

    // CRC-32, as PNG has it.
    private static uint Checksum(byte[] bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte value in bytes)
        {
            sum ^= value;
            for (int bit = 0; bit < 8; bit++)
                sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }

        return ~sum;
    }
}
