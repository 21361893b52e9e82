namespace NetGen;

/// <summary>y = x · weightᵀ + bias. [batch, features] → [batch, out features], or each step of [batch, steps, features].</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.Linear.html">PyTorch's Linear</see>.</remarks>
/// <param name="outFeatures">The output features.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class LinearAttribute(int outFeatures) : Attribute
{
    /// <summary>The output features.</summary>
    public int OutFeatures { get; } = outFeatures;

    /// <summary>Whether a bias is added.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>What the weight starts as.</summary>
    public Init Init { get; init; }

    /// <summary>The standard deviation of a weight that starts as N(0, Std²), above 0, instead of <see cref="Init"/>.</summary>
    public double Std { get; init; }

    /// <summary>The input features, to be checked; never needed.</summary>
    public int In { get; init; }

    /// <summary>
    /// The name of an earlier layer whose weight this one shares; shapes are equal, biases separate. A block's own names come first.
    /// </summary>
    public string? Tied { get; init; }

    /// <summary>Whether weight and bias are frozen: loaded, saved and used, but not trained.</summary>
    public bool Frozen { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
