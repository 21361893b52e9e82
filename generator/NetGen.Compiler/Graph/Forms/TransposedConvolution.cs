namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Window, transposed: each position of x adds its values times the window's weights to the pixels that the window covers. The
/// gradient of a convolution's image, and forward a transposed convolution. Several that go back to the same image may be one node:
/// their sum. How it is computed is chosen later.
/// </summary>
/// <param name="origin">Whose it is.</param>
/// <param name="terms">What is added up, all of one program.</param>
/// <param name="image">The shape of what the convolutions read, without padding.</param>
internal class TransposedConvolution(Origin origin, IReadOnlyList<TransposedTerm> terms, TensorShape image)
    : Tensor(terms[0].X.Program, origin, image, [.. terms.SelectMany(term => new[] { term.X, term.Weight })])
{
    /// <summary>The terms, with the operands as they are now.</summary>
    public IReadOnlyList<TransposedTerm> Terms =>
        [.. terms.Select((term, index) => term with { X = Operands[2 * index], Weight = Operands[(2 * index) + 1] })];

    public override string Operation => GetType().Name + string.Concat(terms.Select(term =>
        $" {term.Geometry}" + (term is { Top: 0, Left: 0 } ? "" : $" from {term.Top}, {term.Left}")));
}
