using System.Text;
using NetGen.Data;
using NetGen.Mutations.Mutating;
using NetGen.Mutations.Networks;

namespace NetGen.Mutations.Kinds;

/// <summary>CSV files of which a model predicts each row.</summary>
internal sealed class CsvPredictionKind : FileKind
{
    private readonly CsvModel model;

    public CsvPredictionKind(string folder)
        : base("csv-prediction")
    {
        string rows = Path.Combine(folder, "learnt rows.csv"), weights = Path.Combine(folder, "learnt weights");
        File.WriteAllBytes(rows, Encoding.UTF8.GetBytes(Birds.Text));
        new BirdNet(seed: 1).Save(weights, new Birds(rows, new CsvOptions { CacheFolder = Path.Combine(folder, "cache") }));
        model = CsvModel.Load(weights, new BirdNet());
    }

    public override IReadOnlyList<byte[]> Valid { get; } = [Encoding.UTF8.GetBytes(Birds.Text)];

    public override byte[] MutateStructure(byte[] file, Draw draw) => CsvMutation.Of(file, draw);

    public override void Read(string path) => model.PredictFile(path);

    // Numbers that are finite and vast give outputs that are not.
    public override bool IsExpected(Exception error, string path) => base.IsExpected(error, path)
        || (error is InvalidOperationException && error.Message.Contains("output of the network is NaN", StringComparison.Ordinal));
}
