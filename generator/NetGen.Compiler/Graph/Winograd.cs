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
