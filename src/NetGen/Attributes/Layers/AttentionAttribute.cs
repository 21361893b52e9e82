namespace NetGen;

/// <summary>
/// Multi-head attention of a sequence, [batch, steps, features], to another one of as many features: each step becomes a weighted mean over
/// the steps that <typeparamref name="Keys"/> gives. The shape is kept.
/// </summary>
/// <remarks>
/// <para>
/// softmax(Q·Kᵀ / √d)·V in each head of d = features / heads, with Q a product of what comes in, K and V of what the operand gives, and a
/// product of all heads behind it (Vaswani et al. 2017, <see href="https://arxiv.org/abs/1706.03762">Attention Is All You Need</see>).
/// Parameters are those of
/// <see href="https://pytorch.org/docs/stable/generated/torch.nn.MultiheadAttention.html">PyTorch's MultiheadAttention</see>, by its names,
/// as of <see cref="SelfAttentionAttribute"/>.
/// </para>
/// <para>Steps of padding in the operand are no keys.</para>
/// </remarks>
/// <typeparam name="Keys">
/// The block that gives keys and values, [batch, other steps, features]; mostly one that begins elsewhere: <c>[From("encoder")]</c>.
/// </typeparam>
/// <example><code>
/// [Residual&lt;Cross&gt;]
/// …
/// [LayerNorm, Attention&lt;Memory&gt;(Heads = 4)] partial class Cross : Block;
/// [From("encoder")] partial class Memory : Block;
/// </code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AttentionAttribute<Keys> : Attribute
    where Keys : Block
{
    /// <summary>The number of heads, which divides the features (PyTorch's <c>num_heads</c>). It must be stated.</summary>
    public int Heads { get; init; }

    /// <summary>
    /// The number of heads of keys and values, which divides <see cref="Heads"/>: each is shared by neighbouring heads of queries (grouped
    /// queries, <see href="https://arxiv.org/abs/2305.13245">Ainslie et al. 2023</see>). By default as many as heads.
    /// </summary>
    public int KeyValueHeads { get; init; }

    /// <summary>
    /// Whether queries and keys are rotated by their steps, so that scores depend on distances, as <see cref="SelfAttentionAttribute"/>
    /// rotates them. Then there are as many keys as queries.
    /// </summary>
    public bool Rotary { get; init; }

    /// <summary>The probability, 0 to 1, with which training drops a weight; the others are divided by one minus it.</summary>
    public double Dropout { get; init; }

    /// <summary>Whether both products add a bias.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>The input features, to be checked; never needed.</summary>
    public int In { get; init; }

    /// <summary>
    /// Whether the four weights and biases are frozen: loaded, saved and used, but not trained. The layers of the block say so themselves.
    /// </summary>
    public bool Frozen { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
