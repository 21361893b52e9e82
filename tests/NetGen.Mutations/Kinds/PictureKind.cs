using NetGen.Data;
using NetGen.Mutations.Mutating;

namespace NetGen.Mutations.Kinds;

/// <summary>Pictures, decoded and resized as those of a folder are.</summary>
internal abstract class PictureKind(string name) : FileKind(name)
{
    private readonly ImagePreparation preparation = new()
    {
        Channels = 3,
        Height = 6,
        Width = 5,
        Mean = [0.5f, 0.5f, 0.5f],
        Deviation = [0.5f, 0.5f, 0.5f],
        Fit = ImageFit.Crop,
    };

    public override void Read(string path) => preparation.Prepare(path);
}
