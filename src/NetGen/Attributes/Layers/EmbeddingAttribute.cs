namespace NetGen;

/// <summary>
/// Gives for each token the row of its weight that the token names: tokens, [batch, steps], become a sequence,
/// [batch, steps, embedding features]. It stands first after the input.
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.Embedding.html">PyTorch's Embedding</see>.</remarks>
/// <param name="numEmbeddings">The rows of the weight: tokens are 0 to one less than this.</param>
/// <param name="embeddingDim">The features of a row.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class EmbeddingAttribute(int numEmbeddings, int embeddingDim) : Attribute
{
    /// <summary>The rows of the weight.</summary>
    public int NumEmbeddings { get; } = numEmbeddings;

    /// <summary>The features of a row.</summary>
    public int EmbeddingDim { get; } = embeddingDim;

    /// <summary>
    /// The row of a padding token (PyTorch's <c>padding_idx</c>), which starts at 0 and whose look-ups give no gradient; negative from the
    /// end.
    /// </summary>
    public int PaddingIndex { get; init; }

    /// <summary>The standard deviation of the initial values; state a small one where a Linear is tied to the weight.</summary>
    public double Std { get; init; } = 1;

    /// <summary>The name of an earlier layer whose weight this one shares; shapes are equal. A block's own names come first.</summary>
    public string? Tied { get; init; }

    /// <summary>Whether the weight is frozen: loaded, saved and used, but not trained.</summary>
    public bool Frozen { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
