namespace NetGen.Compiler.Graph;

/// <summary>Form Window: the gradient of a convolution's weight, summed over the batch, or that of each sample.</summary>
/// <param name="image">[height, width, in].</param>
/// <param name="outputGradient">[height', width', out].</param>
/// <param name="geometry">The convolution's.</param>
/// <param name="margins">Zeros around the image, which are not in memory.</param>
/// <param name="isOfSample">Whether each sample has a gradient of its own. A sum over the batch follows.</param>
internal sealed class ConvolutionWeightGradient(
    Origin origin, Tensor image, Tensor outputGradient, ConvolutionGeometry geometry, Margins margins, bool isOfSample = false) : Tensor(
    image.Program,
    origin,
    TensorShape.Unbatched(
        geometry.KernelHeight, geometry.KernelWidth, image.Shape[2] / geometry.Groups, outputGradient.Shape[2]).WithBatched(isOfSample),
    [image, outputGradient])
{
    public ConvolutionWeightGradient(Origin origin, Tensor image, Tensor outputGradient, ConvolutionGeometry geometry)
        : this(origin, image, outputGradient, geometry, Margins.None)
    {
    }

    public ConvolutionGeometry Geometry { get; } = geometry;

    public Margins Margins { get; } = margins;

    public bool IsOfSample { get; } = isOfSample;

    public override string Operation => $"ConvolutionWeightGradient {Geometry}" + (Margins == Margins.None ? "" : $" {Margins}");
}
