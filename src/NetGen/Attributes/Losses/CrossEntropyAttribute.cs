namespace NetGen;

/// <summary>
/// −log softmax(output)[label] over the axis named features or channels, [batch, classes] or [batch, classes, height, width]; a label is a
/// class index for each sample, step or pixel, or probabilities of the output's shape.
/// </summary>
/// <remarks>
/// See <see href="https://pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html">PyTorch's CrossEntropyLoss</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class CrossEntropyAttribute : Attribute
{
    /// <summary>Label smoothing: the part of the target that is spread over all classes, 0 to 1.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>
    /// The ignored label, which may be a class or not; −100 by default. It adds nothing to loss and gradient, and a mean divides by the
    /// number of the other labels; where a batch has no other, the mean is NaN and the gradient 0. It counts for class indices only.
    /// </summary>
    public int IgnoreIndex { get; init; } = -100;

    /// <summary>
    /// What each class weighs, one number of 0 or more a class. A mean over class indices divides by the sum of the weights of the
    /// labels; one over probabilities by their number.
    /// </summary>
    public double[]? Weight { get; init; }

    /// <summary>The reduction of the losses to one number.</summary>
    public Reduction Reduction { get; init; }

    /// <summary>The target: the data set's labels, or the input.</summary>
    public Target Target { get; init; }

    /// <summary>The loss's name in messages; by default its kind and a number.</summary>
    public string? Name { get; init; }
}
