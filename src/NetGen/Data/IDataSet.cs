namespace NetGen;

/// <summary>A fixed number of samples, each with its labels or its target, to train or evaluate a network.</summary>
/// <remarks>
/// Samples are copied, not lent, so that a set may keep them in a smaller form, such as bytes, and convert them.
/// The copying members may be called from several threads at once.
/// <para>
/// What a set's type states by [Sample], [OneHot] or [Target] it need not repeat. A set that wraps another one, whatever that is, states
/// nothing by its type, and passes on what the other one says: <see cref="Shape"/>, <see cref="CopiesChannelsLast"/>,
/// <see cref="TargetSize"/> and <see cref="Vocabulary"/>. Its <see cref="OfEpoch"/> wraps what the other one's gives.
/// </para>
/// </remarks>
public interface IDataSet
{
    /// <summary>The name of the set in messages and result files, such as <c>mnist</c>.</summary>
    string Name { get; }

    /// <summary>The number of samples.</summary>
    int Count { get; }

    /// <summary>The number of floats or tokens of one sample; an image lies as [channels, height, width].</summary>
    int SampleSize { get; }

    /// <summary>
    /// The sizes of a sample, channels first, such as [channels, height, width]; those of [Sample] on the type unless the set says
    /// otherwise. Empty where none are stated.
    /// </summary>
    ReadOnlySpan<int> Shape => DataSetShapes.OfType(GetType())?.Sizes;

    /// <summary>
    /// Whether <see cref="CopySamples"/> gives the channels last, as [height, width, channels], so that training and evaluation transpose
    /// what it gives; what [Sample] on the type says unless the set says otherwise. Null where nothing is stated: such a set is refused
    /// where samples have channels and positions, whose order would be a guess.
    /// </summary>
    bool? CopiesChannelsLast => DataSetShapes.OfType(GetType())?.ChannelsLast;

    /// <summary>
    /// The number of floats of a target; that of [OneHot] or [Target] on the type unless the set says otherwise. 0 where it is not stated.
    /// </summary>
    int TargetSize => DataSetShapes.SizeOfTarget(GetType());

    /// <summary>The number of classes that a label may name, or 0 where the set has no class labels.</summary>
    int Classes { get; }

    /// <summary>
    /// The number of class labels of one sample: 1 for a classification set, more where each step or pixel has its own, 0 without labels.
    /// </summary>
    int LabelsPerSample { get; }

    /// <summary>
    /// How many tokens there are, where samples are tokens, whole numbers from 0 to one less than this; what [Sample] on the type says
    /// unless the set says otherwise. 0 where samples are numbers.
    /// </summary>
    int Vocabulary => DataSetShapes.OfType(GetType())?.Vocabulary ?? 0;

    /// <summary>
    /// What is stated of an input behind the first: by [Sample] on the type unless the set says otherwise. Null where nothing is.
    /// </summary>
    /// <param name="name">The input's name.</param>
    internal SampleAttribute? OtherInput(string name) => DataSetShapes.OfInput(GetType(), name);

    /// <summary>
    /// The set as it is in an epoch: as many samples of the same form, with other values where the set draws them anew for each epoch, as
    /// augmentation does. The set itself, unless it says otherwise.
    /// </summary>
    /// <param name="epoch">The number of epochs trained before, at least 0. Evaluation reads the set itself.</param>
    IDataSet OfEpoch(int epoch) => this;

    /// <summary>
    /// Copies the samples with these indices, one after another, to <paramref name="destination"/>, [indices, <see cref="SampleSize"/>].
    /// A set of tokens implements <see cref="CopyTokens"/> instead.
    /// </summary>
    /// <param name="indices">Which samples, each at least 0 and below <see cref="Count"/>, in the order wanted.</param>
    /// <param name="destination">Room for exactly <c>indices.Length * SampleSize</c> floats.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the set.</exception>
    /// <exception cref="NotSupportedException">The samples are tokens.</exception>
    void CopySamples(ReadOnlySpan<int> indices, Span<float> destination) =>
        throw new NotSupportedException($"'{Name}' copies no samples of numbers; expected {nameof(CopySamples)} on {GetType().Name}.");

    /// <summary>
    /// Copies the tokens of the samples with these indices, one after another, to <paramref name="destination"/>, [indices,
    /// <see cref="SampleSize"/>].
    /// </summary>
    /// <param name="indices">Which samples, each at least 0 and below <see cref="Count"/>, in the order wanted.</param>
    /// <param name="destination">Room for exactly <c>indices.Length * SampleSize</c> tokens.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the set.</exception>
    /// <exception cref="NotSupportedException">The samples are numbers.</exception>
    void CopyTokens(ReadOnlySpan<int> indices, Span<int> destination) =>
        throw new NotSupportedException($"'{Name}' copies no tokens; expected {nameof(CopyTokens)} on {GetType().Name}.");

    /// <summary>
    /// Copies an input behind the first, one of numbers: <c>[Sample(32, Name = "time")]</c>. The first is copied by
    /// <see cref="CopySamples"/>.
    /// </summary>
    /// <param name="name">The input's name.</param>
    /// <param name="indices">Which samples, each at least 0 and below <see cref="Count"/>, in the order wanted.</param>
    /// <param name="destination">Room for exactly as many samples of the input.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the set.</exception>
    /// <exception cref="NotSupportedException">The set has no such input.</exception>
    void CopyInput(string name, ReadOnlySpan<int> indices, Span<float> destination) =>
        throw new NotSupportedException($"'{Name}' has no input '{name}' of numbers; expected {nameof(CopyInput)} on {GetType().Name}.");

    /// <summary>Copies an input behind the first, one of tokens. The first is copied by <see cref="CopyTokens"/>.</summary>
    /// <param name="name">The input's name.</param>
    /// <param name="indices">Which samples, each at least 0 and below <see cref="Count"/>, in the order wanted.</param>
    /// <param name="destination">Room for exactly as many samples of the input.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the set.</exception>
    /// <exception cref="NotSupportedException">The set has no such input.</exception>
    void CopyInput(string name, ReadOnlySpan<int> indices, Span<int> destination) =>
        throw new NotSupportedException($"'{Name}' has no input '{name}' of tokens; expected {nameof(CopyInput)} on {GetType().Name}.");

    /// <summary>Copies how many steps of an input are true, where the input has <c>Lengths = true</c>.</summary>
    /// <param name="name">The input's name in the network.</param>
    /// <param name="indices">Which samples, each at least 0 and below <see cref="Count"/>, in the order wanted.</param>
    /// <param name="destination">Room for exactly one number for each.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the set.</exception>
    /// <exception cref="NotSupportedException">The input has no lengths.</exception>
    void CopyLengths(string name, ReadOnlySpan<int> indices, Span<int> destination) =>
        throw new NotSupportedException($"'{Name}' has no lengths of '{name}'; expected {nameof(CopyLengths)} on {GetType().Name}.");

    /// <summary>
    /// Copies the class labels of the samples with these indices to <paramref name="destination"/>, [indices,
    /// <see cref="LabelsPerSample"/>].
    /// </summary>
    /// <param name="indices">Which samples, each at least 0 and below <see cref="Count"/>, in the order wanted.</param>
    /// <param name="destination">Room for exactly <c>indices.Length * LabelsPerSample</c> labels.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the set.</exception>
    /// <exception cref="NotSupportedException">The set has no class labels.</exception>
    void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination);

    /// <summary>
    /// Whether samples have weights (Keras' <c>sample_weight</c>), by which their losses count in training and evaluation; not unless the
    /// set says so.
    /// </summary>
    bool HasWeights => false;

    /// <summary>
    /// Copies the weights of the samples with these indices to <paramref name="destination"/>, where <see cref="HasWeights"/>: finite
    /// numbers of at least 0. The loss of a batch is the mean of the samples' losses, weighted by these.
    /// </summary>
    /// <param name="indices">Which samples, each at least 0 and below <see cref="Count"/>, in the order wanted.</param>
    /// <param name="destination">Room for exactly one number for each.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the set.</exception>
    /// <exception cref="NotSupportedException">The samples have no weights.</exception>
    void CopyWeights(ReadOnlySpan<int> indices, Span<float> destination) =>
        throw new NotSupportedException($"'{Name}' has no weights; expected {nameof(CopyWeights)} on {GetType().Name}.");

    /// <summary>
    /// Copies the targets (numbers to be approximated, such as probabilities) of the samples with these indices to
    /// <paramref name="destination"/>.
    /// </summary>
    /// <param name="indices">Which samples, each at least 0 and below <see cref="Count"/>, in the order wanted.</param>
    /// <param name="destination">Room for exactly <c>indices.Length</c> targets of the set's target size.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the set.</exception>
    /// <exception cref="NotSupportedException">The set has no targets.</exception>
    void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination);
}
