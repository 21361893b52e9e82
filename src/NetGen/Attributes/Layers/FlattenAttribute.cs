namespace NetGen;

/// <summary>
/// Joins axes of the sample: all of them, [batch, channels, height, width] → [batch, features], or those from Start to End.
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.Flatten.html">PyTorch's Flatten</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class FlattenAttribute : Attribute
{
    /// <summary>The first axis that is joined; from 0, or from the end when negative. The batch does not count.</summary>
    public int Start { get; init; }

    /// <summary>The last axis that is joined; from 0, or from the end when negative.</summary>
    public int End { get; init; } = -1;

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
