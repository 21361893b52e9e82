namespace NetGen.Mutations.Mutating;

/// <summary>Progressive JPEG files whose scans are drawn bits: every code of their tables is right, so that most scans decode.</summary>
/// <remarks>Source: ITU-T T.81, annexes B and G.</remarks>
internal static class ProgressiveJpeg
{
    /// <summary>A file of one or three components, with first and refining scans.</summary>
    public static byte[] Of(Draw draw)
    {
        int components = draw.Of(1, 3), side = draw.Of(8, 16, 17, 40);
        var file = new List<byte> { 0xFF, 0xD8 };
        Add(file, 0xDB, [0, .. Enumerable.Repeat((byte)2, 64)]);
        byte[] ofComponents =
            [.. Enumerable.Range(1, components).SelectMany(id => (byte[])[(byte)id, id == 1 ? (byte)0x22 : (byte)0x11, 0])];
        Add(file, 0xC2, [8, 0, (byte)side, 0, (byte)side, (byte)components, .. ofComponents]);

        // Codes of two bits, the last of which has only ones and is not used; symbols of the other tables are run and size.
        Add(file, 0xC4, [0x00, 0, 3, .. new byte[14], 0, 1, 2]);
        Add(file, 0xC4, [0x10, 0, 2, 3, .. new byte[13], 0x00, 0x01, 0x11, 0x10, 0xF0]);
        int side8 = ((side + 15) / 16) * 2, blocks = side8 * side8 * 2;
        byte[] all = [.. Enumerable.Range(1, components).SelectMany(id => new byte[] { (byte)id, 0 })];
        Scan([(byte)components, .. all, 0, 0, 0x01], blocks);
        Scan([1, 1, 0, 1, 63, 0x02], blocks);
        Scan([1, 1, 0, 1, 63, 0x21], blocks);
        Scan([(byte)components, .. all, 0, 0, 0x10], blocks / 8);
        file.AddRange([0xFF, 0xD9]);
        return [.. file];

        void Scan(byte[] header, int bytes)
        {
            Add(file, 0xDA, header);
            foreach (byte drawn in draw.Bytes(bytes + 1))
                file.Add((byte)(drawn == 0xFF ? 0xA5 : drawn));
        }
    }

    private static void Add(List<byte> file, byte marker, byte[] content) =>
        file.AddRange([0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content]);
}
