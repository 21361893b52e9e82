using NetGen.Data.Tests.Images;
using NetGen.Mutations.Mutating;

namespace NetGen.Mutations.Kinds;

/// <summary>JPEG files: full and halved colours, with orientation, and progressive ones.</summary>
internal sealed class JpegKind() : PictureKind("jpeg")
{
    public override IReadOnlyList<byte[]> Valid { get; } =
    [
        JpegBytes.Of(19, 9, Ramp(19 * 9 * 3), quality: 95),
        JpegBytes.WithOrientation(JpegBytes.Of(18, 17, Ramp(18 * 17 * 3), quality: 50), 6, isBigEndian: true),
        JpegBytes.WithOrientation(JpegBytes.Of(8, 8, Ramp(8 * 8 * 3), quality: 80), 3, isBigEndian: false),
    ];

    public override byte[] MutateStructure(byte[] file, Draw draw)
    {
        if (!draw.OneIn(4))
            return JpegMutation.Of(file, draw);
        byte[] progressive = ProgressiveJpeg.Of(draw);
        draw.Note($"a progressive file of {progressive.Length} bytes");
        return draw.OneIn(3) ? progressive : JpegMutation.Of(progressive, draw);
    }

    private static byte[] Ramp(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(11 * i))];
}
