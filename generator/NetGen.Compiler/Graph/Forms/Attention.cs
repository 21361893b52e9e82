namespace NetGen.Compiler.Graph;

/// <summary>
/// Form Attention: in each head, result[i] = Σⱼ softmaxⱼ(queries[i] · keys[j] / √features) · values[j], [query steps, heads · features].
/// The three may be columns of one tensor, or of several; queries may have other steps than keys and values
/// (Vaswani et al. 2017, https://arxiv.org/abs/1706.03762).
/// </summary>
/// <remarks>
/// It is one form, so that no tensor of queries × keys is in memory. A rotation, where there is one, turns a query and a key at step p:
/// (a, b) → (a·cos pθᵢ − b·sin pθᵢ, b·cos pθᵢ + a·sin pθᵢ) for feature i of the first half and of the second, θᵢ = 10,000^(−2i / features)
/// (Su et al. 2021, https://arxiv.org/abs/2104.09864). A weight's index for dropout is that of [heads, queries, keys].
/// </remarks>
/// <param name="origin">Whose it is.</param>
/// <param name="queries">[query steps, ..].</param>
/// <param name="keys">[key steps, ..].</param>
/// <param name="values">[key steps, ..].</param>
/// <param name="mask">
/// [key steps]: 1 for a step, 0 for padding, which is no key; null where all steps are keys. A query without keys gets 0.
/// </param>
/// <param name="geometry">The heads.</param>
internal sealed class Attention(
    Origin origin, Tensor queries, Tensor keys, Tensor values, Tensor? mask, AttentionGeometry geometry)
    : Tensor(
        queries.Program, origin, queries.Shape.With([queries.Shape[0], geometry.Width]),
        mask is null ? [queries, keys, values] : [queries, keys, values, mask])
{
    public AttentionGeometry Geometry { get; } = geometry;

    public Tensor Queries => Operands[0];

    public Tensor Keys => Operands[1];

    public Tensor Values => Operands[2];

    public Tensor? Mask => Operands.Count > 3 ? Operands[3] : null;

    /// <summary>Products of a query and a key, over all heads.</summary>
    public long Scores => Geometry.Heads
        * Enumerable.Range(0, Shape[0]).Sum(query => (long)Geometry.Reach(query, Shape[0], Keys.Shape[0]));

    public override string Operation => $"Attention, {Geometry}";
}
