namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Window: the gradient by a convolution's image, each position of the result adding its gradient times the window's
/// weights to the pixels that the window covers. For strides beyond 1, where the convolution of the spread gradient would
/// mostly multiply zeros.
/// </summary>
/// <param name="gradient">By the convolution's result, [height', width', output channels].</param>
/// <param name="weight">[blocks of input channels, output channels, kernel height, kernel width, channels of a block].</param>
/// <param name="image">The shape of what the convolution read.</param>
/// <param name="geometry">The convolution's; it has one group.</param>
internal sealed class StridedInputGradient(Tensor gradient, Tensor weight, TensorShape image, ConvolutionGeometry geometry)
    : Tensor(gradient.Program, image, [gradient, weight])
{
    public ConvolutionGeometry Geometry { get; } = geometry;

    public Tensor Gradient => Operands[0];

    public Tensor Weight => Operands[1];

    public override bool TakesMaps => true;

    public override string Operation => $"StridedInputGradient {Geometry}";
}
