namespace NetGen.Compiler.Graph;

/// <summary>
/// A weight [3, 3, in, out] as Winograd's algorithm multiplies by it: G·w·Gᵀ for each pair of channels, [6, 6, in, out]. It is
/// computed once for all samples.
/// </summary>
internal sealed class WinogradWeight(Tensor weight)
    : Tensor(weight.Program, weight.Shape.With([6, 6, weight.Shape[2], weight.Shape[3]]), [weight])
{
    public override string Operation => "WinogradWeight";
}

/// <summary>
/// The gradient by a <see cref="WinogradWeight"/>, [6, 6, in, out], of a convolution that Winograd's algorithm computes: the sum
/// over the tiles of all samples of (Bᵀ·d·B) times (A·dY·Aᵀ) for each pair of channels, with d the 6×6 pixels that a tile sees
/// and dY the gradients of its 4×4 output pixels. 36 multiplications for each pair of channels instead of 144.
/// </summary>
/// <param name="image">[height, width, in].</param>
/// <param name="outputGradient">[height, width, out].</param>
/// <param name="margins">Zeros around the image, which are not in memory.</param>
internal sealed class WinogradTransformedGradient(Tensor image, Tensor outputGradient, Margins margins) : Tensor(
    image.Program, TensorShape.Unbatched(6, 6, image.Shape.Inner, outputGradient.Shape.Inner), [image, outputGradient])
{
    public Margins Margins { get; } = margins;

    public override string Operation => "WinogradTransformedGradient" + (Margins == Margins.None ? "" : $" {Margins}");
}

/// <summary>The gradient by a weight, [3, 3, in, out], from that by its <see cref="WinogradWeight"/>: Gᵀ·u·G for each pair of channels.</summary>
internal sealed class WinogradWeightGradient(WinogradTransformedGradient gradient) : Tensor(
    gradient.Program, gradient.Shape.With([3, 3, gradient.Shape[2], gradient.Shape[3]]), [gradient])
{
    public override string Operation => "WinogradWeightGradient";
}

/// <summary>
/// A convolution with a 3×3 window that is computed by Winograd's F(4×4, 3×3) (Lavin and Gray, arXiv 1509.09308): each tile of
/// 4×4 output pixels Y comes from 6×6 pixels d as Y = Aᵀ·[(G·w·Gᵀ) ⊙ (Bᵀ·d·B)]·A, with 36 multiplications for each pair of
/// channels instead of 144.
/// </summary>
/// <param name="image">[height, width, in].</param>
/// <param name="weight">The weight, transformed.</param>
/// <param name="margins">Zeros around the image, which are not in memory.</param>
internal sealed class WinogradConvolution(Tensor image, WinogradWeight weight, Margins margins) : Convolution(
    image,
    weight,
    new ConvolutionGeometry(3, 3, 1, 1, 1, 1, 1),
    image.Shape[0] + margins.Top + margins.Bottom - 2,
    image.Shape[1] + margins.Left + margins.Right - 2)
{
    public Margins Margins { get; } = margins;

    /// <summary>Output pixels of a tile along one axis.</summary>
    public const int TileSize = 4;

    public override string Operation => "WinogradConvolution" + (Margins == Margins.None ? "" : $" {Margins}");

    /// <summary>Whether each of the pool's windows lies inside one tile.</summary>
    public static bool TakesPool(MaxPool pool) => TileSize % pool.Height.Kernel == 0 && TileSize % pool.Width.Kernel == 0;
}
