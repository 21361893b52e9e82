namespace NetGen.Compiler.Graph;

/// <summary>
/// The sizes of Winograd's algorithm F(m, r) along one axis (Lavin and Gray, arXiv 1509.09308): m outputs of r weights come from
/// m + r − 1 = 6 multiplications, at the same six points whatever r.
/// </summary>
/// <param name="Window">r, 2 to 5.</param>
internal readonly record struct WinogradSize(int Window)
{
    /// <summary>Numbers of a line that are multiplied: also the pixels that a tile sees.</summary>
    public const int Places = 6;

    public const int SmallestWindow = 2;

    public const int LargestWindow = 5;

    /// <summary>m, the output pixels of a tile.</summary>
    public int Tile => Places + 1 - Window;

    public override string ToString() => $"F({Tile}×{Tile}, {Window}×{Window})";
}

/// <summary>
/// A weight [r, r, in, out] as Winograd's algorithm multiplies by it: G·w·Gᵀ for each pair of channels, [6, 6, in, out]. It is
/// computed once for all samples.
/// </summary>
internal sealed class WinogradWeight(Origin origin, Tensor weight) : Tensor(
    weight.Program, origin, weight.Shape.With([WinogradSize.Places, WinogradSize.Places, weight.Shape[2], weight.Shape[3]]), [weight])
{
    public WinogradSize Size { get; } = new(weight.Shape[0]);

    public override string Operation => "WinogradWeight";
}

/// <summary>
/// The gradient by a <see cref="WinogradWeight"/>, [6, 6, in, out], of a convolution that Winograd's algorithm computes: the sum
/// over the tiles of all samples of (Bᵀ·d·B) times (A·dY·Aᵀ) for each pair of channels, with d the 6×6 pixels that a tile sees
/// and dY the gradients of its m×m output pixels. 36 multiplications for each pair of channels instead of m²·r².
/// </summary>
/// <param name="image">[height, width, in].</param>
/// <param name="outputGradient">[height, width, out].</param>
/// <param name="margins">Zeros around the image, which are not in memory.</param>
/// <param name="size">The convolution's.</param>
internal sealed class WinogradTransformedGradient(Origin origin, Tensor image, Tensor outputGradient, Margins margins, WinogradSize size) : Tensor(
    image.Program,
    origin,
    TensorShape.Unbatched(WinogradSize.Places, WinogradSize.Places, image.Shape.Inner, outputGradient.Shape.Inner),
    [image, outputGradient])
{
    public Margins Margins { get; } = margins;

    public WinogradSize Size { get; } = size;

    public override string Operation => "WinogradTransformedGradient" + (Margins == Margins.None ? "" : $" {Margins}");
}

/// <summary>The gradient by a weight, [r, r, in, out], from that by its <see cref="WinogradWeight"/>: Gᵀ·u·G for each pair of channels.</summary>
internal sealed class WinogradWeightGradient(Origin origin, WinogradTransformedGradient gradient) : Tensor(
    gradient.Program, origin, gradient.Shape.With([gradient.Size.Window, gradient.Size.Window, gradient.Shape[2], gradient.Shape[3]]), [gradient])
{
    public override string Operation => "WinogradWeightGradient";
}

/// <summary>
/// A convolution with an r×r window that is computed by Winograd's algorithm: each tile of m×m output pixels Y comes from 6×6
/// pixels d as Y = Aᵀ·[(G·w·Gᵀ) ⊙ (Bᵀ·d·B)]·A, with 36 multiplications for each pair of channels instead of m²·r².
/// </summary>
/// <param name="image">[height, width, in].</param>
/// <param name="weight">The weight, transformed.</param>
/// <param name="margins">Zeros around the image, which are not in memory.</param>
internal sealed class WinogradConvolution(Origin origin, Tensor image, WinogradWeight weight, Margins margins) : Convolution(
    origin, image, weight, new ConvolutionGeometry(weight.Size.Window, weight.Size.Window, 1, 1, 1, 1, 1), margins)
{
    public WinogradSize Size { get; } = weight.Size;

    public override string Operation => "WinogradConvolution" + (Margins == Margins.None ? "" : $" {Margins}");

    /// <summary>Whether each of the pool's windows lies inside one tile.</summary>
    public bool TakesPool(MaxPool pool) => Size.Tile % pool.Height.Kernel == 0 && Size.Tile % pool.Width.Kernel == 0;
}
