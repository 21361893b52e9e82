namespace NetGen.Compiler.Graph;

/// <summary>
/// A second result of an <see cref="Graph.Attention"/>, [heads, query steps]: the logarithm of the sum of the exponentials of a query's
/// scores, or 0 for a query without keys. With it the gradient computes the weights again.
/// </summary>
internal sealed class AttentionLogSum(Origin origin, Attention attention)
    : Tensor(attention.Program, origin, attention.Shape.With([attention.Geometry.Heads, attention.Shape[0]]), [attention])
{
    public override string Operation => "AttentionLogSum";
}
