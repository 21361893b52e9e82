namespace NetGen;

/// <summary>
/// Multi-head attention of a sequence, [batch, steps, features], to itself: each step becomes a weighted mean over all steps. The shape is
/// kept.
/// </summary>
/// <remarks>
/// <para>
/// softmax(Q·Kᵀ / √d)·V in each head of d = features / heads, with Q, K and V a product of the input, and a product of all heads behind it
/// (Vaswani et al. 2017, <see href="https://arxiv.org/abs/1706.03762">Attention Is All You Need</see>). Parameters are those of
/// <see href="https://pytorch.org/docs/stable/generated/torch.nn.MultiheadAttention.html">PyTorch's MultiheadAttention</see>, by its names:
/// <c>in_proj_weight</c> [features + 2·k, features] with k = d · <see cref="KeyValueHeads"/>, rows of queries before those of keys and of
/// values, <c>in_proj_bias</c>, <c>out_proj.weight</c> [features, features], <c>out_proj.bias</c>.
/// </para>
/// <para>Memory grows with the steps, and not with their square: the backward pass computes the weights again.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SelfAttentionAttribute : Attribute
{
    /// <summary>The number of heads, which divides the features (PyTorch's <c>num_heads</c>). It must be stated.</summary>
    public int Heads { get; init; }

    /// <summary>
    /// The number of heads of keys and values, which divides <see cref="Heads"/>: each is shared by neighbouring heads of queries (grouped
    /// queries, <see href="https://arxiv.org/abs/2305.13245">Ainslie et al. 2023</see>). By default as many as heads.
    /// </summary>
    public int KeyValueHeads { get; init; }

    /// <summary>Whether a step attends to itself and earlier steps only, as in a language model.</summary>
    public bool Causal { get; init; }

    /// <summary>
    /// Whether queries and keys are rotated by their steps, so that scores depend on distances. At step p (from 0), feature i of a head's
    /// first half and the same of its second half become (a·cos pθᵢ − b·sin pθᵢ, b·cos pθᵢ + a·sin pθᵢ) with θᵢ = 10,000^(−2i / d)
    /// (<see href="https://arxiv.org/abs/2104.09864">Su et al. 2021</see>, in the order of features of GPT-NeoX and Llama). A head then
    /// has an even number of features.
    /// </summary>
    public bool Rotary { get; init; }

    /// <summary>The probability, 0 to 1, with which training drops a weight; the others are divided by one minus it.</summary>
    public double Dropout { get; init; }

    /// <summary>Whether both products add a bias.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>The input features, to be checked; never needed.</summary>
    public int In { get; init; }

    /// <summary>Whether the four weights and biases are frozen: loaded, saved and used, but not trained.</summary>
    public bool Frozen { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
