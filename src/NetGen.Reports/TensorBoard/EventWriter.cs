namespace NetGen.Reports;

/// <summary>
/// Writes events: each is a step, the time, and a summary of one or more values under their tags
/// (<c>tensorflow/core/util/event.proto</c> and <c>tensorflow/core/framework/summary.proto</c>, whose fields the constants number).
/// </summary>
internal sealed class EventWriter(EventFile file) : IDisposable
{
    private const int WallTime = 1, Step = 2, Summary = 5;
    private const int SummaryValue = 1;
    private const int Tag = 1, SimpleValue = 2, Image = 4, Histogram = 5, Tensor = 8, Metadata = 9;
    private const int PluginData = 1, PluginName = 1;
    private const int TensorType = 1, TensorShape = 2, ShapeSize = 2, SizeOfAxis = 1, TextValue = 8, TypeOfText = 7;
    private const int ImageHeight = 1, ImageWidth = 2, ImageColors = 3, ImageBytes = 4;
    private const int Minimum = 1, Maximum = 2, Count = 3, Sum = 4, SumOfSquares = 5, Limits = 6, Counts = 7;

    private readonly ProtobufBuffer message = new();
    private int summary;

    /// <summary>The file.</summary>
    public EventFile File => file;

    /// <summary>Begins an event.</summary>
    public void Begin(long step)
    {
        message.Clear();
        message.WriteDouble(WallTime, EventFile.SecondsOf(DateTimeOffset.UtcNow));
        message.WriteNumber(Step, step);
        summary = message.BeginMessage(Summary);
    }

    /// <summary>Adds a number, which may be NaN or infinite.</summary>
    public void AddScalar(string tag, double value)
    {
        int begin = BeginValue(tag);
        message.WriteFloat(SimpleValue, (float)value);
        message.EndMessage(begin);
    }

    /// <summary>Adds what was counted.</summary>
    public void AddHistogram(string tag, HistogramBuckets buckets)
    {
        int value = BeginValue(tag);
        int begin = message.BeginMessage(Histogram);
        message.WriteDouble(Minimum, buckets.Minimum);
        message.WriteDouble(Maximum, buckets.Maximum);
        message.WriteDouble(Count, buckets.Count);
        message.WriteDouble(Sum, buckets.Sum);
        message.WriteDouble(SumOfSquares, buckets.SumOfSquares);
        (ReadOnlyMemory<double> limits, ReadOnlyMemory<double> counts) = buckets.Used();
        message.WriteDoubles(Limits, limits.Span);
        message.WriteDoubles(Counts, counts.Span);
        message.EndMessage(begin);
        message.EndMessage(value);
    }

    /// <summary>Adds a picture.</summary>
    public void AddImage(string tag, PngImage image)
    {
        int value = BeginValue(tag);
        int begin = message.BeginMessage(Image);
        message.WriteNumber(ImageHeight, image.Height);
        message.WriteNumber(ImageWidth, image.Width);
        message.WriteNumber(ImageColors, image.Channels);
        message.WriteBytes(ImageBytes, image.Bytes.Span);
        message.EndMessage(begin);
        message.EndMessage(value);
    }

    /// <summary>Adds a text of Markdown, for the plugin <c>text</c>.</summary>
    public void AddText(string tag, string markdown)
    {
        int value = BeginValue(tag);
        int tensor = message.BeginMessage(Tensor);
        message.WriteNumber(TensorType, TypeOfText);
        int shape = message.BeginMessage(TensorShape);
        int axis = message.BeginMessage(ShapeSize);
        message.WriteNumber(SizeOfAxis, 1);
        message.EndMessage(axis);
        message.EndMessage(shape);
        message.WriteText(TextValue, markdown);
        message.EndMessage(tensor);
        int metadata = message.BeginMessage(Metadata);
        int plugin = message.BeginMessage(PluginData);
        message.WriteText(PluginName, "text");
        message.EndMessage(plugin);
        message.EndMessage(metadata);
        message.EndMessage(value);
    }

    /// <summary>Ends the event, and writes it.</summary>
    public void End()
    {
        message.EndMessage(summary);
        file.Append(message.Written);
    }

    public void Dispose() => file.Dispose();

    private int BeginValue(string tag)
    {
        int begin = message.BeginMessage(SummaryValue);
        message.WriteText(Tag, tag);
        return begin;
    }
}
