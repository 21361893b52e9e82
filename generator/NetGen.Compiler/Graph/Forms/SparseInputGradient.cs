namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Window: the gradient of a convolution's image where a max-pool follows the convolution. Each argmax
/// position adds its gradient times the window's weights to the pixels that the window covers: the sparse max-pool gradient.
/// </summary>
/// <param name="spread">The gradient before the pool, which is never materialised.</param>
/// <param name="weight">[blocks of input channels, output channels, kernel height, kernel width, channels of a block].</param>
/// <param name="image">The shape of what the convolution read.</param>
/// <param name="geometry">The convolution's; it has one group.</param>
internal sealed class SparseInputGradient(
    Origin origin, MaxPoolGradient spread, Tensor weight, TensorShape image, ConvolutionGeometry geometry)
    : Tensor(spread.Program, origin, image, [.. spread.Operands, weight])
{
    public ConvolutionGeometry Geometry { get; } = geometry;

    public MaxPoolGradient Spread { get; } = spread;

    public Tensor Gradient => Operands[0];

    public Tensor Argmax => Operands[1];

    public Tensor Weight => Operands[2];

    public override bool SupportsEpilogue => true;

    public override string Operation => $"SparseInputGradient {Geometry}";
}
