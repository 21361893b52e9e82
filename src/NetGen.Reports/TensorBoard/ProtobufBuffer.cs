using System.Buffers.Binary;
using System.Text;

namespace NetGen.Reports;

/// <summary>
/// A message of protocol buffers while it is written: fields of the kinds that events have, one after another. Its room is kept from
/// message to message.
/// </summary>
/// <remarks>The format: https://protobuf.dev/programming-guides/encoding.</remarks>
internal sealed class ProtobufBuffer
{
    private const int VariableLength = 0, EightBytes = 1, LengthFirst = 2, FourBytes = 5;

    // The most bytes of a number of variable length.
    private const int LongestNumber = 10;

    private byte[] bytes = new byte[1024];
    private int count;

    /// <summary>What was written since <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, count);

    /// <summary>Begins anew.</summary>
    public void Clear() => count = 0;

    /// <summary>Writes a whole number that is not negative.</summary>
    public void WriteNumber(int field, long value)
    {
        WriteKey(field, VariableLength);
        WriteVariable((ulong)value);
    }

    /// <summary>Writes a number of 32 bits.</summary>
    public void WriteFloat(int field, float value)
    {
        WriteKey(field, FourBytes);
        BinaryPrimitives.WriteSingleLittleEndian(Take(sizeof(float)), value);
    }

    /// <summary>Writes a number of 64 bits.</summary>
    public void WriteDouble(int field, double value)
    {
        WriteKey(field, EightBytes);
        BinaryPrimitives.WriteDoubleLittleEndian(Take(sizeof(double)), value);
    }

    /// <summary>Writes numbers of 64 bits, packed.</summary>
    public void WriteDoubles(int field, ReadOnlySpan<double> values)
    {
        WriteKey(field, LengthFirst);
        WriteVariable((ulong)values.Length * sizeof(double));
        foreach (double value in values)
            BinaryPrimitives.WriteDoubleLittleEndian(Take(sizeof(double)), value);
    }

    /// <summary>Writes a text.</summary>
    public void WriteText(int field, string value)
    {
        int length = Encoding.UTF8.GetByteCount(value);
        WriteKey(field, LengthFirst);
        WriteVariable((ulong)length);
        Encoding.UTF8.GetBytes(value, Take(length));
    }

    /// <summary>Writes bytes.</summary>
    public void WriteBytes(int field, ReadOnlySpan<byte> value)
    {
        WriteKey(field, LengthFirst);
        WriteVariable((ulong)value.Length);
        value.CopyTo(Take(value.Length));
    }

    /// <summary>Begins a message within the message.</summary>
    /// <returns>Where its fields begin, for <see cref="EndMessage"/>.</returns>
    public int BeginMessage(int field)
    {
        WriteKey(field, LengthFirst);
        return count;
    }

    /// <summary>Ends the message, whose length is now known, and puts that before its fields.</summary>
    public void EndMessage(int begin)
    {
        int length = count - begin;
        WriteVariable((ulong)length);
        int prefix = count - begin - length;
        Span<byte> number = stackalloc byte[LongestNumber];
        number = number[..prefix];
        bytes.AsSpan(begin + length, prefix).CopyTo(number);
        bytes.AsSpan(begin, length).CopyTo(bytes.AsSpan(begin + prefix));
        number.CopyTo(bytes.AsSpan(begin));
    }

    private void WriteKey(int field, int kind) => WriteVariable(((ulong)field << 3) | (uint)kind);

    private void WriteVariable(ulong value)
    {
        Span<byte> room = Take(LongestNumber);
        int used = 0;
        for (; value >= 0x80; value >>= 7)
            room[used++] = (byte)(value | 0x80);
        room[used++] = (byte)value;
        count -= LongestNumber - used;
    }

    private Span<byte> Take(int length)
    {
        if (bytes.Length - count < length)
            Array.Resize(ref bytes, Math.Max(2 * bytes.Length, count + length));
        count += length;
        return bytes.AsSpan(count - length, length);
    }
}
