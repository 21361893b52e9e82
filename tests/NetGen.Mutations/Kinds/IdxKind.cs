using NetGen.Mutations.Mutating;
using NetGen.Tests.Data;

namespace NetGen.Mutations.Kinds;

/// <summary>IDX files.</summary>
internal sealed class IdxKind() : FileKind("idx")
{
    public override IReadOnlyList<byte[]> Valid { get; } = [IdxBytes.Images(3, 4, 5), IdxBytes.Labels(0, 1, 2, 3, 9)];

    public override byte[] MutateStructure(byte[] file, Draw draw) => IdxMutation.Of(file, draw);

    public override void Read(string path) => IdxFile.Read(path);
}
