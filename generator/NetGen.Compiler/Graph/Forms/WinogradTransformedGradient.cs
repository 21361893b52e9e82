using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Graph;

/// <summary>
/// The gradient of a <see cref="WinogradWeight"/>, [6, 6, in, out], of a convolution that Winograd's algorithm computes: the sum
/// over the tiles of all samples of (Bᵀ·d·B) times (A·dY·Aᵀ) for each pair of channels, with d the 6×6 pixels that a tile sees
/// and dY the gradients of its m×m output pixels. 36 multiplications for each pair of channels instead of m²·r². Of a line [1, 6, in, out].
/// </summary>
/// <remarks>
/// Where it is small there are several, one behind the other: [blocks · 6, 6, in, out]. Each is the sum over a block of the samples, so
/// that a thread reads the samples that it has computed itself. Fewer samples than blocks are a block each, and the further blocks have no
/// numbers.
/// </remarks>
/// <param name="image">[height, width, in].</param>
/// <param name="outputGradient">[height, width, out].</param>
/// <param name="margins">Zeros around the image, which are not in memory.</param>
/// <param name="size">The convolution's.</param>
internal sealed class WinogradTransformedGradient(
    Origin origin, Tensor image, Tensor outputGradient, Margins margins, WinogradSize size) : Tensor(
    image.Program,
    origin,
    TensorShape.Unbatched(
        BlocksOf((long)size.Elements * image.Shape.Inner * outputGradient.Shape.PaddedInner) * size.Rows, WinogradSize.Places,
        image.Shape.Inner, outputGradient.Shape.Inner),
    [image, outputGradient])
{
    /// <summary>The most blocks.</summary>
    private const int MostBlocks = 4;

    /// <summary>Floats of all blocks at most: they are written and read once more.</summary>
    private const int MostFloats = 2 * Caches.L2;

    public Margins Margins { get; } = margins;

    public WinogradSize Size { get; } = size;

    /// <summary>Into how many blocks the samples are divided.</summary>
    public int Blocks => Shape[0] / Size.Rows;

    public override string Operation => "WinogradTransformedGradient" + (Margins == Margins.None ? "" : $" {Margins}");

    private static int BlocksOf(long floats) => 2 * floats > MostFloats ? 1 : MostBlocks * floats > MostFloats ? 2 : MostBlocks;
}
