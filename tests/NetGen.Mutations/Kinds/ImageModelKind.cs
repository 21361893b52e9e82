using NetGen.Data;
using NetGen.Data.Tests.Images;
using NetGen.Mutations.Mutating;
using NetGen.Mutations.Networks;

namespace NetGen.Mutations.Kinds;

/// <summary>Weights with what was learnt of a folder of pictures: loaded, and used for a prediction.</summary>
internal sealed class ImageModelKind : FileKind
{
    private readonly string picture;
    private readonly PictureNet network = new(seed: 1);

    public ImageModelKind(string folder)
        : base("image-model")
    {
        byte[] png = PngBytes.Of(4, 4, 2, new byte[48]);
        foreach (string name in (string[])["cat", "dog"])
        {
            Directory.CreateDirectory(Path.Combine(folder, "pictures", name));
            File.WriteAllBytes(Path.Combine(folder, "pictures", name, "1.png"), png);
        }

        picture = Path.Combine(folder, "pictures", "cat", "1.png");
        string path = Path.Combine(folder, $"saved {Name}");
        network.Save(path, new Pictures(Path.Combine(folder, "pictures")));
        Valid = [File.ReadAllBytes(path)];
    }

    public override IReadOnlyList<byte[]> Valid { get; }

    public override byte[] MutateStructure(byte[] file, Draw draw) => SafetensorsMutation.Of(file, "netgen.preparation", draw);

    public override void Read(string path) => ImageModel.Load(path, network).Predict(picture);

    public override bool IsExpected(Exception error, string path) => base.IsExpected(error, path)
        || (error is ArgumentException && error.Message.Contains(path, StringComparison.Ordinal))

        // Weights whose bits have flipped may be NaN, which the format does not tell from others.
        || (error is InvalidOperationException && error.Message.Contains("output of the network is NaN", StringComparison.Ordinal))

        // The file may allow fewer pixels than the picture has.
        || (error is InvalidDataException && error.Message.Contains(nameof(ImageOptions.MaximalPixels), StringComparison.Ordinal));
}
