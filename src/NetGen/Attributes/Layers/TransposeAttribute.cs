namespace NetGen;

/// <summary>Makes a signal of a sequence, [batch, steps, features] → [batch, channels, length], and the other way round.</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.transpose.html">PyTorch's transpose</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class TransposeAttribute : Attribute
{
    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
