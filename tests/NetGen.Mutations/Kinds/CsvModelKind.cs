using System.Text;
using NetGen.Data;
using NetGen.Mutations.Mutating;
using NetGen.Mutations.Networks;

namespace NetGen.Mutations.Kinds;

/// <summary>Weights with what was learnt of a CSV file: loaded, and used for a prediction.</summary>
internal sealed class CsvModelKind : FileKind
{
    private readonly bool isSeries;
    private readonly string rows;
    private readonly Network network;

    public CsvModelKind(string folder, bool isSeries)
        : base(isSeries ? "series-model" : "csv-model")
    {
        this.isSeries = isSeries;
        rows = Path.Combine(folder, $"rows of {Name}.csv");
        File.WriteAllBytes(rows, Encoding.UTF8.GetBytes(isSeries ? Tides.Text : Birds.Text));
        network = isSeries ? new TideNet(seed: 1) : new BirdNet(seed: 1);
        string path = Path.Combine(folder, $"saved {Name}");
        var options = new CsvOptions { CacheFolder = Path.Combine(folder, "cache") };
        network.Save(path, isSeries ? new Tides(rows, options) : new Birds(rows, options));
        Valid = [File.ReadAllBytes(path)];
    }

    public override IReadOnlyList<byte[]> Valid { get; }

    public override byte[] MutateStructure(byte[] file, Draw draw) => SafetensorsMutation.Of(file, "netgen.preparation", draw);

    public override void Read(string path)
    {
        CsvModel model = CsvModel.Load(path, network);
        _ = isSeries
            ? model.Predict(("level", (float[])[1, 2, 3]), ("wind", (float[])[3, 2, 1]))
            : model.Predict(("bill", 40), ("mass", null), ("island", "Dream"));
        model.PredictFile(rows);
    }

    public override bool IsExpected(Exception error, string path) => base.IsExpected(error, path)

        // The network has other inputs or outputs than the file says.
        || (error is ArgumentException && error.Message.Contains(path, StringComparison.Ordinal))

        // The file says something else of the columns than the values that are given fit to.
        || (error is ArgumentException { ParamName: "row" })
        || (error is InvalidDataException && error.Message.Contains(rows, StringComparison.Ordinal))
        || (error is InvalidOperationException && error.Message.Contains("output of the network is NaN", StringComparison.Ordinal));
}
