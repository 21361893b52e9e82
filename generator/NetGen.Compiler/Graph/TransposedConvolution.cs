namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Window, transposed: each position of x adds its values times the window's weights to the pixels that the window covers.
/// What a convolution does to the gradient by its result, which for strides beyond 1 takes no product with the zeros that the
/// dense rule spreads in; and forward, a transposed convolution.
/// </summary>
/// <param name="x">What the convolution gives, [height', width', output channels].</param>
/// <param name="weight">[blocks of image channels, output channels, kernel height, kernel width, channels of a block].</param>
/// <param name="image">The shape of what the convolution reads, without the margins.</param>
/// <param name="geometry">The convolution's; it has one group.</param>
/// <param name="margins">Rows and columns around the image that the windows cover too, and that nobody wants.</param>
internal sealed class TransposedConvolution(Tensor x, Tensor weight, TensorShape image, ConvolutionGeometry geometry, Margins margins)
    : Tensor(x.Program, image, [x, weight])
{
    public ConvolutionGeometry Geometry { get; } = geometry;

    public Margins Margins { get; } = margins;

    public Tensor X => Operands[0];

    public Tensor Weight => Operands[1];

    public override bool TakesMaps => true;

    public override string Operation => $"TransposedConvolution {Geometry}" + (Margins == Margins.None ? "" : $" {Margins}");
}
