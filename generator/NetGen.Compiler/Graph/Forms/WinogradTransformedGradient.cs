namespace NetGen.Compiler.Graph;

/// <summary>
/// The gradient of a <see cref="WinogradWeight"/>, [6, 6, in, out], of a convolution that Winograd's algorithm computes: the sum
/// over the tiles of all samples of (Bᵀ·d·B) times (A·dY·Aᵀ) for each pair of channels, with d the 6×6 pixels that a tile sees
/// and dY the gradients of its m×m output pixels. 36 multiplications for each pair of channels instead of m²·r². Of a line [1, 6, in, out].
/// </summary>
/// <param name="image">[height, width, in].</param>
/// <param name="outputGradient">[height, width, out].</param>
/// <param name="margins">Zeros around the image, which are not in memory.</param>
/// <param name="size">The convolution's.</param>
internal sealed class WinogradTransformedGradient(
    Origin origin, Tensor image, Tensor outputGradient, Margins margins, WinogradSize size) : Tensor(
    image.Program,
    origin,
    TensorShape.Unbatched(size.Rows, WinogradSize.Places, image.Shape.Inner, outputGradient.Shape.Inner),
    [image, outputGradient])
{
    public Margins Margins { get; } = margins;

    public WinogradSize Size { get; } = size;

    public override string Operation => "WinogradTransformedGradient" + (Margins == Margins.None ? "" : $" {Margins}");
}
