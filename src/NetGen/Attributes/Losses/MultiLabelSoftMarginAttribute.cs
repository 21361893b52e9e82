namespace NetGen;

/// <summary>
/// BCEWithLogits as a mean over the features or channels, each of which is a class that a sample has or has not; targets are numbers 0 to 1
/// of the output's shape, [batch, …].
/// </summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.MultiLabelSoftMarginLoss.html">PyTorch's page</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class MultiLabelSoftMarginAttribute : Attribute
{
    /// <summary>The weight of each class's loss: one number of 0 or more, or one for each feature or channel.</summary>
    public double[]? Weight { get; init; }

    /// <summary>The reduction of the losses to one number.</summary>
    public Reduction Reduction { get; init; }

    /// <summary>The target: the data set's labels, or the input.</summary>
    public Target Target { get; init; }

    /// <summary>The loss's name in messages; by default its kind and a number.</summary>
    public string? Name { get; init; }
}
