namespace NetGen;

/// <summary>
/// The output, a distance, where the target is 1, and max(0, margin − output) where it is −1; targets have the output's shape, [batch, …].
/// </summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.HingeEmbeddingLoss.html">PyTorch's HingeEmbeddingLoss</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class HingeEmbeddingAttribute : Attribute
{
    /// <summary>The distance from which on what does not belong together adds nothing.</summary>
    public double Margin { get; init; } = 1;

    /// <summary>The reduction of the losses to one number.</summary>
    public Reduction Reduction { get; init; }

    /// <summary>The target: the data set's labels, or the input.</summary>
    public Target Target { get; init; }

    /// <summary>The loss's name in messages; by default its kind and a number.</summary>
    public string? Name { get; init; }
}
