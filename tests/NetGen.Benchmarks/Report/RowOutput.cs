using System.Text.Json;

namespace NetGen.Benchmarks.Report;

/// <summary>Where rows go: as text to the error stream for people; as one JSON object a line to a file, or to the output stream.</summary>
/// <param name="file">The file that the objects are appended to; null for the output stream.</param>
internal sealed class RowOutput(string? file)
{
    public void Write(IRow row)
    {
        if (row.Line is string text)
            Console.Error.WriteLine(text);
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
            row.WriteTo(json);
        line.WriteByte((byte)'\n');
        using Stream stream = file is null
            ? Console.OpenStandardOutput()
            : new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        stream.Write(line.GetBuffer(), 0, (int)line.Length);
    }
}
