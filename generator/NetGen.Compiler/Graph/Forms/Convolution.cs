namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Window: out[y, x, o] = Σ in[y·stride + ky·dilation, x·stride + kx·dilation, group(o)·C + c] · w[ky, kx, c, o],
/// in [height, width, channels], w [kernel height, kernel width, channels of a group, output channels].
/// </summary>
internal class Convolution : Tensor
{
    public Convolution(Origin origin, Tensor image, Tensor weight, ConvolutionGeometry geometry)
        : this(origin, image, weight, geometry, Margins.None)
    {
    }

    public Convolution(Origin origin, Tensor image, Tensor weight, ConvolutionGeometry geometry, Margins margins)
        : base(
            image.Program,
            origin,
            image.Shape.With([
                geometry.OutputHeight(margins.Around(image.Shape)[0]), geometry.OutputWidth(margins.Around(image.Shape)[1]),
                    weight.Shape[3]]),
            [image, weight]) =>
        (Geometry, Margins) = (geometry, margins);

    public ConvolutionGeometry Geometry { get; }

    /// <summary>Zeros around the image, which are not in memory.</summary>
    public Margins Margins { get; }

    public override bool SupportsEpilogue => true;

    public override string Operation => $"Convolution {Geometry}" + (Margins == Margins.None ? "" : $" {Margins}");
}
