namespace NetGen.Compiler.Graph;

/// <summary>
/// A convolution with an r×r window that is computed by Winograd's algorithm: each tile of m×m output pixels Y comes from 6×6
/// pixels d as Y = Aᵀ·[(G·w·Gᵀ) ⊙ (Bᵀ·d·B)]·A, with 36 multiplications for each pair of channels instead of m²·r². With a window of 1×r
/// it is Y = Aᵀ·[(G·w) ⊙ (Bᵀ·d)], with 6 multiplications instead of m·r.
/// </summary>
/// <param name="image">[height, width, in].</param>
/// <param name="weight">The weight, transformed.</param>
/// <param name="margins">Zeros around the image, which are not in memory.</param>
internal sealed class WinogradConvolution(Origin origin, Tensor image, WinogradWeight weight, Margins margins) : Convolution(
    origin, image, weight, new ConvolutionGeometry(weight.Size.WindowHeight, weight.Size.Window, 1, 1, 1, 1, 1), margins)
{
    public WinogradSize Size { get; } = weight.Size;

    public override string Operation => "WinogradConvolution" + (Margins == Margins.None ? "" : $" {Margins}");

    /// <summary>Whether each of the pool's windows lies inside one tile.</summary>
    public bool TakesPool(MaxPool pool) => !Size.IsLine && Size.Tile % pool.Height.Kernel == 0 && Size.Tile % pool.Width.Kernel == 0;
}
