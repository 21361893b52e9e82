using System.Text;
using System.Text.Json.Nodes;

namespace NetGen.Benchmarks.Comparison;

/// <summary>Appends objects to a file, one a line.</summary>
/// <param name="file">The file.</param>
internal sealed class JsonLines(string file)
{
    public void Write(JsonObject row) =>
        File.AppendAllText(file, row.ToJsonString() + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
