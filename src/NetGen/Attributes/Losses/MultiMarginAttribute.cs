namespace NetGen;

/// <summary>
/// Σ weight[label] · max(0, margin − output[label] + output)ᵖ over the other classes, divided by the number of classes, [batch, classes] or
/// [batch, classes, …]; a label is a class index, and one of −100 is ignored.
/// </summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.MultiMarginLoss.html">PyTorch's MultiMarginLoss</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class MultiMarginAttribute : Attribute
{
    /// <summary>The power p, 1 or 2.</summary>
    public int P { get; init; } = 1;

    /// <summary>What the label's output is to have over each other.</summary>
    public double Margin { get; init; } = 1;

    /// <summary>What each class weighs, one number of 0 or more a class. A mean divides by the number of labels nevertheless.</summary>
    public double[]? Weight { get; init; }

    /// <summary>The reduction of the losses to one number.</summary>
    public Reduction Reduction { get; init; }

    /// <summary>The loss's name in messages; by default its kind and a number.</summary>
    public string? Name { get; init; }
}
