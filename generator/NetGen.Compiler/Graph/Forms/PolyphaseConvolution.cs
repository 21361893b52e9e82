namespace NetGen.Compiler.Graph;

/// <summary>
/// A strided transposed convolution by phases: a pixel's position modulo the stride determines which elements of the window reach it. Each
/// pixel's sum stays in registers, and nothing is multiplied by the zeros that a dense convolution would insert.
/// </summary>
/// <param name="origin">Whose it is.</param>
/// <param name="terms">
/// The terms, with the channel axes of their weights exchanged, [kernel height, kernel width, output channels, image channels]. Where each
/// channel is by itself there is one term, with its weight as it is, [kernel height, kernel width, 1, channels].
/// </param>
/// <param name="image">The shape of the result.</param>
internal sealed class PolyphaseConvolution(Origin origin, IReadOnlyList<TransposedTerm> terms, TensorShape image)
    : TransposedConvolution(origin, terms, image)
{
    public override bool SupportsEpilogue => true;
}
