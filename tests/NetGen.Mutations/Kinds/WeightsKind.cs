using NetGen.Mutations.Mutating;
using NetGen.Mutations.Networks;

namespace NetGen.Mutations.Kinds;

/// <summary>Weights as safetensors files, with texts in the metadata.</summary>
internal sealed class WeightsKind() : FileKind("weights")
{
    // Layouts that are transposed or cut, and tensors that are joined.
    private static readonly WeightNames Table = new()
    {
        { "linear1.weight", WeightTransform.Transpose },
        { "linear2.weight", WeightTransform.FirstRows },
        { "linear2.bias", "linear1.bias" },
        { "batchnorm1.bias", "linear1.bias" },
    };

    private readonly BirdNet network = new(seed: 2);

    public override IReadOnlyList<byte[]> Valid { get; } = [Saved()];

    public override byte[] MutateStructure(byte[] file, Draw draw) => SafetensorsMutation.Of(file, text: null, draw);

    public override void Read(string path)
    {
        _ = Network.ReadMetadata(path);
        network.LoadMatching(path);
        network.LoadMatching(path, Table);
        var before = new NetworkBits(network);
        try
        {
            network.Load(path);
        }
        catch (InvalidDataException error)
        {
            before.RequireSame(network, error);
            throw;
        }
    }

    private static byte[] Saved()
    {
        string path = Path.GetTempFileName();
        new BirdNet(seed: 1).Save(path, new Dictionary<string, string> { ["classes"] = "Adelie, \"Gentoo\"", ["n"] = "3" });
        byte[] saved = File.ReadAllBytes(path);
        File.Delete(path);
        return saved;
    }
}
