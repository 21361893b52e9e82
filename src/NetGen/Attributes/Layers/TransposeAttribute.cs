namespace NetGen;

/// <summary>
/// Makes a signal of a sequence, [batch, steps, features] → [batch, channels, length], and the other way round; or, where <see
/// cref="Axes"/> says so, another sequence, [batch, features, steps], whose steps were features, or another signal.
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.transpose.html">PyTorch's transpose</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class TransposeAttribute : Attribute
{
    /// <summary>What comes out; by default a signal of a sequence, and a sequence of a signal.</summary>
    public Axes Axes { get; init; }

    /// <summary>
    /// The layer's name in messages, saved files and members of the network, with dots between levels; by default its kind and a number.
    /// </summary>
    public string? Name { get; init; }
}
