namespace NetGen.Reports.Tests.TensorBoard;

/// <summary>
/// The values of the event files of a folder, read by the formats: numbers of fields are those of event.proto and summary.proto.
/// </summary>
internal sealed class LoggedEvents
{
    private readonly List<(long Step, string Tag, ProtobufMessage Value)> values = [];

    private LoggedEvents()
    {
    }

    public IEnumerable<string> Tags => values.Select(value => value.Tag).Distinct();

    public static LoggedEvents OfFolder(string folder)
    {
        var events = new LoggedEvents();
        foreach (string file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
            events.Add(File.ReadAllBytes(file));
        return events;
    }

    public static LoggedEvents OfFile(byte[] file)
    {
        var events = new LoggedEvents();
        events.Add(file);
        return events;
    }

    public ProtobufMessage Single(string tag) => Assert.Single(values, value => value.Tag == tag).Value;

    public long[] Steps(string tag) => [.. values.Where(value => value.Tag == tag).Select(value => value.Step)];

    public float[] Scalars(string tag) => [.. values.Where(value => value.Tag == tag).Select(value => value.Value.Float(2))];

    public ProtobufMessage[] All(string tag) => [.. values.Where(value => value.Tag == tag).Select(value => value.Value)];

    private void Add(byte[] file)
    {
        List<byte[]> records = RecordReader.Read(file);
        Assert.NotEmpty(records);
        var first = new ProtobufMessage(records[0]);
        Assert.Equal([1, 3], first.Fields);
        Assert.Equal("brain.Event:2", first.Text(3));
        foreach (byte[] record in records[1..])
        {
            var message = new ProtobufMessage(record);
            Assert.Equal([1, 2, 5], message.Fields);
            double now = (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).TotalSeconds;
            Assert.InRange(message.Double(1), now - 3600, now + 1);
            foreach (ProtobufMessage value in message.Message(5).Messages(1))
                values.Add((message.Number(2), value.Text(1), value));
        }
    }
}
