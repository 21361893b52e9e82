using NetGen.Mutations.Mutating;
using NetGen.Tests.Data;

namespace NetGen.Mutations.Kinds;

/// <summary>IDX files that are packed with gzip.</summary>
internal sealed class PackedIdxKind() : FileKind("idx-gzip")
{
    public override IReadOnlyList<byte[]> Valid { get; } =
        [IdxBytes.Gzip(IdxBytes.Images(3, 4, 5)), IdxBytes.Gzip(IdxBytes.Gzip(IdxBytes.Labels(0, 1, 2, 3, 9)))];

    public override byte[] MutateStructure(byte[] file, Draw draw)
    {
        byte[] content = IdxBytes.Images(2, 3, 3);
        return GzipMutation.Packed(draw.OneIn(2) ? IdxMutation.Of(content, draw) : ByteMutation.Of(content, draw), draw);
    }

    public override void Read(string path) => IdxFile.Read(path);
}
