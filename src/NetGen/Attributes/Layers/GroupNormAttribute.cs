namespace NetGen;

/// <summary>
/// Normalises groups of neighbouring channels, each over all positions of the sample: of an image, [batch, channels, height, width], a signal, [batch, channels, length],
/// a sequence, [batch, steps, features] (the features are its channels, the steps its positions), or a vector, [batch, features]. The shape is kept.
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.GroupNorm.html">PyTorch's GroupNorm</see>.</remarks>
/// <param name="numGroups">The number of groups, which divides the channels. 1 normalises all channels together, as many as there are channels each by itself.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class GroupNormAttribute(int numGroups) : Attribute
{
    /// <summary>The number of groups.</summary>
    public int NumGroups { get; } = numGroups;

    /// <summary>What is added to the variance.</summary>
    public double Eps { get; init; } = 1e-5;

    /// <summary>Whether there are a trained weight and bias for each channel.</summary>
    public bool Affine { get; init; } = true;

    /// <summary>The features or channels that come in, where they are to be checked; they are never needed.</summary>
    public int In { get; init; }

    /// <summary>The layer's name, in messages, in saved files and as a member of the network; by default its kind and a number. Dots make levels, as in PyTorch.</summary>
    public string? Name { get; init; }
}
