using NetGen.Data.Tests.Images;
using NetGen.Mutations.Mutating;

namespace NetGen.Mutations.Kinds;

/// <summary>PNG files of all colour types.</summary>
internal sealed class PngKind() : PictureKind("png")
{
    public override IReadOnlyList<byte[]> Valid { get; } =
    [
        PngBytes.Of(7, 5, 2, Ramp(7 * 5 * 3), ("tEXt", "Title\0ramp"u8.ToArray())),
        PngBytes.Of(9, 4, 0, depth: 1, isInterlaced: false, Rows(4, 2)),
        PngBytes.Of(9, 6, 3, depth: 4, isInterlaced: false, Rows(6, 5), ("PLTE", Ramp(16 * 3)), ("tRNS", Ramp(10))),
        PngBytes.Of(1, 1, 6, depth: 16, isInterlaced: true, Rows(1, 8)),
        PngBytes.Of(8, 8, 4, depth: 8, isInterlaced: true, Passes(samples: 2)),
        PngBytes.Of(6, 6, 2, depth: 16, isInterlaced: false, Rows(6, 36), ("tRNS", [0, 1, 0, 2, 0, 3])),
    ];

    public override byte[] MutateStructure(byte[] file, Draw draw) => PngMutation.Of(file, draw);

    private static byte[] Ramp(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(37 * i))];

    /// <summary>Rows of so many bytes, behind each of the five filters in turn.</summary>
    private static byte[] Rows(int count, int length) =>
        [.. Enumerable.Range(0, count).SelectMany(row => new[] { (byte)(row % 5) }.Concat(Ramp(length)))];

    /// <summary>The seven passes of an interlaced picture of 8×8 pixels.</summary>
    private static byte[] Passes(int samples) =>
    [
        .. Rows(1, samples), .. Rows(1, samples), .. Rows(1, 2 * samples), .. Rows(2, 2 * samples), .. Rows(2, 4 * samples),
        .. Rows(4, 4 * samples), .. Rows(4, 8 * samples),
    ];
}
