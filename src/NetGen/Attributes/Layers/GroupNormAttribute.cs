namespace NetGen;

/// <summary>
/// Normalises groups of neighbouring channels, each over all positions of the sample: of an image, [batch, channels, height, width], a
/// signal, [batch, channels, length], a sequence, [batch, steps, features] (the features are its channels, the steps its positions), or a
/// vector, [batch, features]. The shape is kept.
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.GroupNorm.html">PyTorch's GroupNorm</see>.</remarks>
/// <param name="numGroups">
/// The number of groups, which divides the channels. 1 normalises all channels together, as many as there are channels each by itself.
/// </param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class GroupNormAttribute(int numGroups) : Attribute
{
    /// <summary>The number of groups.</summary>
    public int NumGroups { get; } = numGroups;

    /// <summary>Added to the variance (PyTorch's <c>eps</c>).</summary>
    public double Eps { get; init; } = 1e-5;

    /// <summary>Whether a weight and a bias are trained for each channel.</summary>
    public bool Affine { get; init; } = true;

    /// <summary>The input features or channels, to be checked; never needed.</summary>
    public int In { get; init; }

    /// <summary>Whether weight and bias are frozen: loaded, saved and used, but not trained.</summary>
    public bool Frozen { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
