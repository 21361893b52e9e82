namespace NetGen.Compiler.Graph;

/// <summary>
/// A strided transposed convolution by its phases: which of the window's elements reach a pixel follows from where the pixel stands within a
/// stride, so that each pixel's sum stays in registers, and nothing is multiplied by the zeros that a dense convolution would spread in.
/// </summary>
/// <param name="origin">Whose it is.</param>
/// <param name="terms">The terms, with weights whose channels have changed places, [kernel height, kernel width, output channels, image channels].</param>
/// <param name="image">The shape of the result.</param>
internal sealed class PolyphaseConvolution(Origin origin, IReadOnlyList<TransposedTerm> terms, TensorShape image)
    : TransposedConvolution(origin, terms, image)
{
    public override bool SupportsEpilogue => true;
}
