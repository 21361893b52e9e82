namespace NetGen.Reports.Tests.TensorBoard;

/// <summary>CRC-32C by its definition: a table of the reversed polynomial 0x82F63B78 (RFC 3720).</summary>
internal static class Crc32CTable
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Entry((uint)value))];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0xFFFFFFFF;
        foreach (byte value in bytes)
            sum = Table[(sum ^ value) & 0xFF] ^ (sum >> 8);
        return sum ^ 0xFFFFFFFF;
    }

    /// <summary>The sum that a mask hides.</summary>
    public static uint Unmask(uint masked)
    {
        uint rotated = masked - 0xA282EAD8;
        return (rotated >> 17) | (rotated << 15);
    }

    private static uint Entry(uint value)
    {
        for (int bit = 0; bit < 8; bit++)
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0x82F63B78;
        return value;
    }
}
