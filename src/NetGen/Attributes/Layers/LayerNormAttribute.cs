namespace NetGen;

/// <summary>
/// Normalises the features of a vector, [batch, features], or of each step, [batch, steps, features]; a signal or an image, [batch,
/// channels, …], as a whole or, with <see cref="Channels"/>, the channels of each position. The shape is kept.
/// </summary>
/// <remarks>
/// PyTorch's <c>normalized_shape</c> is what the input's kind says: [features] of a vector or a sequence, [channels, length] of a signal,
/// [channels, height, width] of an image. Of these, the channels alone can be chosen, as ConvNeXt does. See
/// <see href="https://pytorch.org/docs/stable/generated/torch.nn.LayerNorm.html">PyTorch's LayerNorm</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class LayerNormAttribute : Attribute
{
    /// <summary>Added to the variance (PyTorch's <c>eps</c>).</summary>
    public double Eps { get; init; } = 1e-5;

    /// <summary>Whether there is a trained weight.</summary>
    public bool ElementwiseAffine { get; init; } = true;

    /// <summary>Whether there is a trained bias beside the weight.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>
    /// Whether the channels of each position of a signal or image are normalised, with a weight and a bias for each channel. The features
    /// of a vector or of a step are normalised so in any case.
    /// </summary>
    public bool Channels { get; init; }

    /// <summary>The input features or channels, to be checked; never needed.</summary>
    public int In { get; init; }

    /// <summary>Whether weight and bias are frozen: loaded, saved and used, but not trained.</summary>
    public bool Frozen { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
