using System.Text;
using NetGen.Data;
using NetGen.Mutations.Mutating;
using NetGen.Mutations.Networks;

namespace NetGen.Mutations.Kinds;

/// <summary>CSV files of rows, and of windows.</summary>
internal sealed class CsvKind(string folder, bool isSeries) : FileKind(isSeries ? "csv-series" : "csv")
{
    private readonly CsvOptions options = new() { CacheFolder = Path.Combine(folder, "cache") };

    public override IReadOnlyList<byte[]> Valid { get; } = [Encoding.UTF8.GetBytes(isSeries ? Tides.Text : Birds.Text)];

    public override byte[] MutateStructure(byte[] file, Draw draw) => CsvMutation.Of(file, draw);

    public override void Read(string path)
    {
        CsvDataSet data = isSeries ? new Tides(path, options) : new Birds(path, options);
        int[] indices = [.. Enumerable.Range(0, data.Count)];
        data.CopySamples(indices, new float[data.Count * data.SampleSize]);
        if (isSeries)
            data.CopyTargets(indices, new float[data.Count * data.TargetSize]);
        else
            data.CopyLabels(indices, new int[data.Count]);
    }

    // What the file holds is not what the type states.
    public override bool IsExpected(Exception error, string path) => base.IsExpected(error, path)
        || (error is ArgumentException && error.Message.Contains(path, StringComparison.Ordinal));
}
