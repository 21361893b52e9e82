using NetGen.Mutations.Mutating;
using NetGen.Mutations.Networks;

namespace NetGen.Mutations.Kinds;

/// <summary>Weights as safetensors files, with texts in the metadata.</summary>
internal sealed class WeightsKind() : FileKind("weights")
{
    private readonly BirdNet network = new(seed: 2);

    public override IReadOnlyList<byte[]> Valid { get; } = [Saved()];

    public override byte[] MutateStructure(byte[] file, Draw draw) => SafetensorsMutation.Of(file, text: null, draw);

    public override void Read(string path)
    {
        _ = Network.ReadMetadata(path);
        network.LoadMatching(path);
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
