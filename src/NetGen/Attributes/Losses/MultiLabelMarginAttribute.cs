namespace NetGen;

/// <summary>
/// Σ max(0, 1 − output[has] + output[not]) over all pairs of a class that the sample has and one that it has not, divided by the number of
/// classes, [batch, classes]. A target is as long as the output: the indices of the sample's classes, and −1 after the last.
/// </summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.MultiLabelMarginLoss.html">PyTorch's MultiLabelMarginLoss</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class MultiLabelMarginAttribute : Attribute
{
    /// <summary>The reduction of the losses to one number.</summary>
    public Reduction Reduction { get; init; }

    /// <summary>The loss's name in messages; by default its kind and a number.</summary>
    public string? Name { get; init; }
}
