using System.Text;

namespace NetGen.Reports.Tests.TensorBoard;

/// <summary>The fields of a message of protocol buffers, whatever they mean.</summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Field, int Kind, byte[] Content)> fields = [];

    public ProtobufMessage(byte[] bytes)
    {
        for (int at = 0; at < bytes.Length;)
        {
            ulong key = Variable(bytes, ref at);
            int kind = (int)(key & 7);
            int begin = at;
            int length = kind switch
            {
                0 => 0,
                1 => 8,
                2 => (int)Variable(bytes, ref at),
                5 => 4,
                _ => throw new InvalidDataException($"Field {key >> 3} has the wire type {kind}."),
            };
            if (kind == 0)
            {
                Variable(bytes, ref at);
                fields.Add(((int)(key >> 3), kind, bytes[begin..at]));
                continue;
            }

            fields.Add(((int)(key >> 3), kind, bytes[at..(at + length)]));
            at += length;
        }
    }

    public IEnumerable<int> Fields => fields.Select(found => found.Field);

    public bool Has(int field) => fields.Exists(found => found.Field == field);

    public IReadOnlyList<ProtobufMessage> Messages(int field) => [.. All(field, 2).Select(content => new ProtobufMessage(content))];

    public ProtobufMessage Message(int field) => Assert.Single(Messages(field));

    public byte[] Bytes(int field) => Assert.Single(All(field, 2));

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public double Double(int field) => BitConverter.ToDouble(Assert.Single(All(field, 1)));

    public float Float(int field) => BitConverter.ToSingle(Assert.Single(All(field, 5)));

    public long Number(int field)
    {
        int at = 0;
        return (long)Variable(Assert.Single(All(field, 0)), ref at);
    }

    public double[] Doubles(int field) => [.. Bytes(field).Chunk(8).Select(chunk => BitConverter.ToDouble(chunk))];

    private IEnumerable<byte[]> All(int field, int kind)
    {
        foreach ((int found, int ofKind, byte[] content) in fields)
        {
            if (found != field)
                continue;
            Assert.Equal(kind, ofKind);
            yield return content;
        }
    }

    private static ulong Variable(byte[] bytes, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = bytes[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
