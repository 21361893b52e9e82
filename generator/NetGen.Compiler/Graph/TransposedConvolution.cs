namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Window, transposed: each position of x adds its values times the window's weights to the pixels that the window covers.
/// What a convolution does to the gradient by its result, which for strides beyond 1 takes no product with the zeros that the
/// dense rule spreads in; and forward, a transposed convolution. Several that go back to the same image, in strides alike, are one
/// node (<see cref="Fusion.TransposedSums"/>): their sum.
/// </summary>
/// <param name="terms">What is added up, all of one program.</param>
/// <param name="image">The shape of what the convolutions read, without the margins.</param>
internal sealed class TransposedConvolution(Origin origin, IReadOnlyList<TransposedTerm> terms, TensorShape image)
    : Tensor(terms[0].X.Program, origin, image, [.. terms.SelectMany(term => new[] { term.X, term.Weight })])
{
    /// <summary>The terms, with the operands as they are now.</summary>
    public IReadOnlyList<TransposedTerm> Terms =>
        [.. terms.Select((term, index) => term with { X = Operands[2 * index], Weight = Operands[(2 * index) + 1] })];

    public override bool TakesMaps => true;

    public override string Operation => "TransposedConvolution" + string.Concat(terms.Select(term =>
        $" {term.Geometry}" + (term.Margins == Margins.None ? "" : $" {term.Margins}")));
}

/// <summary>A convolution, transposed.</summary>
/// <param name="X">What the convolution gives, [height', width', output channels].</param>
/// <param name="Weight">[blocks of image channels, output channels, kernel height, kernel width, channels of a block].</param>
/// <param name="Geometry">The convolution's; it has one group.</param>
/// <param name="Margins">Rows and columns around the image that the windows cover too, and that nobody wants.</param>
internal sealed record TransposedTerm(Tensor X, Tensor Weight, ConvolutionGeometry Geometry, Margins Margins);
