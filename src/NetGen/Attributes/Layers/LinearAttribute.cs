namespace NetGen;

/// <summary>y = x · weightᵀ + bias. [batch, features] → [batch, out features], or each step of [batch, steps, features].</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.Linear.html">PyTorch's Linear</see>.</remarks>
/// <param name="outFeatures">The features that come out.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class LinearAttribute(int outFeatures) : Attribute
{
    /// <summary>The features that come out.</summary>
    public int OutFeatures { get; } = outFeatures;

    /// <summary>Whether a bias is added.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>The features that come in, where they are to be checked; they are never needed.</summary>
    public int In { get; init; }

    /// <summary>The name of a layer before this one whose weight this one shares; both weights have one shape, and biases stay apart. In a block, names of the block count first.</summary>
    public string? Tied { get; init; }

    /// <summary>The layer's name, in messages, in saved files and as a member of the network; by default its kind and a number. Dots make levels, as in PyTorch.</summary>
    public string? Name { get; init; }
}
