namespace NetGen;

/// <summary>
/// −output[label], [batch, classes] or [batch, classes, …]: the output is log probabilities, as LogSoftmax gives them; a label is a class
/// index.
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html">PyTorch's NLLLoss</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class NLLAttribute : Attribute
{
    /// <summary>
    /// The ignored label, which may be a class or not; −100 by default. It adds nothing to loss and gradient, and a
    /// mean divides by the number of the other labels; where a batch has no other, the mean is NaN and the gradient 0.
    /// </summary>
    public int IgnoreIndex { get; init; } = -100;

    /// <summary>What each class weighs, one number of 0 or more a class. A mean divides by the sum of the weights of the labels.</summary>
    public double[]? Weight { get; init; }

    /// <summary>The reduction of the losses to one number.</summary>
    public Reduction Reduction { get; init; }

    /// <summary>The loss's name in messages; by default its kind and a number.</summary>
    public string? Name { get; init; }
}
