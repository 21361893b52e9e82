namespace NetGen.Runtime;

/// <summary>What a loss compares a network's output with.</summary>
/// <param name="Kind">Its name, such as <c>CrossEntropy</c>.</param>
/// <param name="Forms">The forms of label that it takes.</param>
/// <param name="LabelsPerSample">The number of class indices of one sample, where it takes indices.</param>
/// <param name="Classes">The number of classes that an index may name: 0 to <c>Classes - 1</c>.</param>
/// <param name="TargetIsInput">True where the input itself is the target, as in auto-encoders.</param>
/// <param name="IgnoreIndex">The ignored label, which may be a class or not; null for none.</param>
public sealed record LossDescription(
    string Kind, LabelForm Forms, int LabelsPerSample, int Classes, bool TargetIsInput, int? IgnoreIndex = null)
{
    /// <summary>
    /// The axis of the output that has the scores of the classes: 0 for features of a vector and channels, 1 for features of steps.
    /// </summary>
    public int ClassAxis { get; init; }

    /// <summary>The reduction of a batch's losses to one number.</summary>
    public Reduction Reduction { get; init; }

    /// <summary>
    /// Whether the loss judges what goes into the last sigmoid, and gives the gradient with respect to that: the last of the programs'
    /// named outputs, which has no name.
    /// </summary>
    public bool OfLogits { get; init; }

    /// <summary>Whether KLDiv's targets are log probabilities.</summary>
    public bool LogTarget { get; init; }

    /// <summary>The weight of each class in a mean; null for 1.</summary>
    public float[]? ClassWeights { get; init; }
}
