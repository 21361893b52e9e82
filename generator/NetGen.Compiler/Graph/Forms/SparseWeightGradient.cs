namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Window: the gradient of a convolution's weight where a max-pool follows the convolution, summed over the batch. Only
/// the argmax positions are visited. [output channels, kernel height, kernel width · channels].
/// </summary>
/// <param name="image">What the convolution read.</param>
/// <param name="spread">The gradient before the pool, which is never materialised.</param>
/// <param name="geometry">The convolution's; it has one group.</param>
/// <param name="margins">Zeros around the image, which are not in memory.</param>
internal sealed class SparseWeightGradient(
    Origin origin, Tensor image, MaxPoolGradient spread, ConvolutionGeometry geometry, Margins margins) : Tensor(
    image.Program,
    origin,
    TensorShape.Unbatched(spread.Shape[2], geometry.KernelHeight, geometry.KernelWidth * image.Shape.PaddedInner),
    [image, .. spread.Operands])
{
    public ConvolutionGeometry Geometry { get; } = geometry;

    public MaxPoolGradient Spread { get; } = spread;

    public Tensor Image => Operands[0];

    public Tensor Gradient => Operands[1];

    public Tensor Argmax => Operands[2];

    public Margins Margins { get; } = margins;

    public override string Operation => $"SparseWeightGradient {Geometry}" + (Margins == Margins.None ? "" : $" {Margins}");
}
