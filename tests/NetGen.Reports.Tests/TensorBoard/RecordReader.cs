namespace NetGen.Reports.Tests.TensorBoard;

/// <summary>Reads the records of a file by the format of TFRecord, up to where it is cut off.</summary>
internal static class RecordReader
{
    /// <exception cref="InvalidDataException">A sum is not that of its bytes.</exception>
    public static List<byte[]> Read(byte[] file)
    {
        var records = new List<byte[]>();
        for (int at = 0; at + 12 <= file.Length;)
        {
            byte[] head = file[at..(at + 8)];
            ulong length = BitConverter.ToUInt64(head);
            RequireSum(file, at + 8, head);
            if ((ulong)(file.Length - at - 12) < length + 4)
                break;
            byte[] record = file[(at + 12)..(at + 12 + (int)length)];
            RequireSum(file, at + 12 + (int)length, record);
            records.Add(record);
            at += 12 + (int)length + 4;
        }

        return records;
    }

    private static void RequireSum(byte[] file, int at, byte[] of)
    {
        uint stored = Crc32CTable.Unmask(BitConverter.ToUInt32(file, at));
        if (stored != Crc32CTable.Of(of))
            throw new InvalidDataException($"The sum at byte {at} is 0x{stored:X8}; expected 0x{Crc32CTable.Of(of):X8}.");
    }
}
