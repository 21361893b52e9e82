namespace NetGen;

/// <summary>
/// Divides by the root of the mean square, x / √(mean(x²) + eps) · weight: the features of a vector, [batch, features], or of each step,
/// [batch, steps, features]; a signal or an image, [batch, channels, …], as a whole. The shape is kept.
/// </summary>
/// <remarks>
/// PyTorch's <c>normalized_shape</c> is what the input's kind says, as with <see cref="LayerNormAttribute"/>. See <see
/// href="https://pytorch.org/docs/stable/generated/torch.nn.RMSNorm.html">PyTorch's RMSNorm</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RMSNormAttribute : Attribute
{
    /// <summary>
    /// Added to the mean square; by default the distance from 1 to the next float, which is what PyTorch takes where none is stated.
    /// </summary>
    public double Eps { get; init; } = 1.1920929e-7;

    /// <summary>Whether there is a trained weight.</summary>
    public bool ElementwiseAffine { get; init; } = true;

    /// <summary>The input features or channels, to be checked; never needed.</summary>
    public int In { get; init; }

    /// <summary>Whether the weight is frozen: loaded, saved and used, but not trained.</summary>
    public bool Frozen { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
