using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// A data set of arrays (PyTorch's <c>TensorDataset</c>): samples with class labels, with targets of numbers, or by themselves. Samples are
/// numbers, or tokens.
/// </summary>
/// <remarks>
/// <para>
/// Networks that state their input by sizes, <c>[Input(4)]</c>, are trained on it: <c>network.Fit(new ArrayDataSet(samples, labels,
/// classes: 3), new Adam(), epochs: 20)</c>.
/// Where its shape is stated, it must be the network's, and is compared while you type as far as the source says what it is; where it is
/// not, samples are of as many floats.
/// </para>
/// <para>The arrays are not copied. Their values are checked when the set is made, and again as they are used.</para>
/// </remarks>
public sealed class ArrayDataSet : IDataSet
{
    private readonly FloatRows? samples;
    private readonly ReadOnlyMemory<int> tokens;
    private readonly ReadOnlyMemory<int> labels;
    private readonly FloatRows? targets;
    private readonly int[] shape;
    private readonly Dictionary<string, FloatRows> inputs = [];
    private readonly Dictionary<string, ReadOnlyMemory<int>> tokenInputs = [];
    private readonly Dictionary<string, ReadOnlyMemory<int>> lengths = [];
    private readonly ReadOnlyMemory<float>? weights;

    /// <summary>Samples with class labels, in one array each.</summary>
    /// <param name="samples">The samples one after another, [samples, ..<paramref name="shape"/>], row-major.</param>
    /// <param name="labels">Class indices, [samples], or as many for each sample where each step or pixel has its own.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="shape">One to three sizes of a sample: [features], [steps, features] or [channels, height, width].</param>
    /// <exception cref="ArgumentException">
    /// There is no sample, a length does not fit, a size is below 1, or a value is not finite.
    /// </exception>
    public ArrayDataSet(ReadOnlyMemory<float> samples, ReadOnlyMemory<int> labels, int classes, int[] shape)
        : this(RowsOf(samples, shape), shape) => (this.labels, Classes, LabelsPerSample) = Labelled(labels, classes);

    /// <summary>Samples with targets of numbers, in one array each.</summary>
    /// <param name="samples">The samples one after another, [samples, ..<paramref name="shape"/>], row-major.</param>
    /// <param name="targets">What the outputs are compared with, one after another: [samples, ..output shape].</param>
    /// <param name="shape">One to three sizes of a sample: [features], [steps, features] or [channels, height, width].</param>
    /// <exception cref="ArgumentException">
    /// There is no sample, a length does not fit, a size is below 1, or a value is not finite.
    /// </exception>
    public ArrayDataSet(ReadOnlyMemory<float> samples, ReadOnlyMemory<float> targets, int[] shape)
        : this(RowsOf(samples, shape), shape) => this.targets = Targets(targets);

    /// <summary>Samples by themselves, in one array, for networks whose target is their input.</summary>
    /// <param name="samples">The samples one after another, [samples, ..<paramref name="shape"/>], row-major.</param>
    /// <param name="shape">One to three sizes of a sample: [features], [steps, features] or [channels, height, width].</param>
    /// <exception cref="ArgumentException">
    /// There is no sample, the length does not fit, a size is below 1, or a value is not finite.
    /// </exception>
    public ArrayDataSet(ReadOnlyMemory<float> samples, int[] shape)
        : this(RowsOf(samples, shape), shape)
    {
    }

    /// <summary>Samples with class labels, an array for each sample.</summary>
    /// <param name="samples">An array for each sample, all of one length.</param>
    /// <param name="labels">Class indices, [samples], or as many for each sample where each step or pixel has its own.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="shape">One to three sizes of a sample; null where the network's are taken.</param>
    /// <exception cref="ArgumentException">
    /// There is no sample, a length does not fit, a size is below 1, or a value is not finite.
    /// </exception>
    public ArrayDataSet(float[][] samples, ReadOnlyMemory<int> labels, int classes, int[]? shape = null)
        : this(RowsOf(samples, nameof(samples)), shape) => (this.labels, Classes, LabelsPerSample) = Labelled(labels, classes);

    /// <summary>Samples with targets of numbers, an array for each.</summary>
    /// <param name="samples">An array for each sample, all of one length.</param>
    /// <param name="targets">An array for each sample: what its outputs are compared with.</param>
    /// <param name="shape">One to three sizes of a sample; null where the network's are taken.</param>
    /// <exception cref="ArgumentException">
    /// There is no sample, a length does not fit, a size is below 1, or a value is not finite.
    /// </exception>
    public ArrayDataSet(float[][] samples, float[][] targets, int[]? shape = null)
        : this(RowsOf(samples, nameof(samples)), shape)
    {
        FloatRows rows = RowsOf(targets, nameof(targets));
        if (rows.Count != Count)
        {
            throw new ArgumentException(
                $"There are {Count} samples and {rows.Count} targets; expected one for each sample.",
                nameof(targets));
        }

        rows.RequireFinite(nameof(targets));
        this.targets = rows;
    }

    /// <summary>Samples with targets of numbers: an array for each sample, and one for the targets.</summary>
    /// <param name="samples">An array for each sample, all of one length.</param>
    /// <param name="targets">What the outputs are compared with, one after another: [samples], or [samples, ..output shape].</param>
    /// <param name="shape">One to three sizes of a sample; null where the network's are taken.</param>
    /// <exception cref="ArgumentException">
    /// There is no sample, a length does not fit, a size is below 1, or a value is not finite.
    /// </exception>
    public ArrayDataSet(float[][] samples, ReadOnlyMemory<float> targets, int[]? shape = null)
        : this(RowsOf(samples, nameof(samples)), shape) => this.targets = Targets(targets);

    /// <summary>Samples by themselves, an array for each, for networks whose target is their input.</summary>
    /// <param name="samples">An array for each sample, all of one length.</param>
    /// <param name="shape">One to three sizes of a sample; null where the network's are taken.</param>
    /// <exception cref="ArgumentException">
    /// There is no sample, a length does not fit, a size is below 1, or a value is not finite.
    /// </exception>
    public ArrayDataSet(float[][] samples, int[]? shape = null)
        : this(RowsOf(samples, nameof(samples)), shape)
    {
    }

    /// <summary>Samples of tokens with class labels.</summary>
    /// <param name="tokens">The samples one after another, [samples, <paramref name="steps"/>].</param>
    /// <param name="steps">Tokens of a sample, at least 1.</param>
    /// <param name="vocabulary">How many tokens there are: each is 0 to one less than this.</param>
    /// <param name="labels">Class indices, [samples], or as many for each sample where each step has its own.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <exception cref="ArgumentException">There is no sample, a length does not fit, or a token is outside of the vocabulary.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public ArrayDataSet(ReadOnlyMemory<int> tokens, int steps, int vocabulary, ReadOnlyMemory<int> labels, int classes)
        : this(tokens, steps, vocabulary) => (this.labels, Classes, LabelsPerSample) = Labelled(labels, classes);

    /// <summary>Samples of tokens with targets of numbers.</summary>
    /// <param name="tokens">The samples one after another, [samples, <paramref name="steps"/>].</param>
    /// <param name="steps">Tokens of a sample, at least 1.</param>
    /// <param name="vocabulary">How many tokens there are: each is 0 to one less than this.</param>
    /// <param name="targets">What the outputs are compared with, one after another: [samples, ..output shape].</param>
    /// <exception cref="ArgumentException">
    /// There is no sample, a length does not fit, a token is outside of the vocabulary, or a target is not finite.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public ArrayDataSet(ReadOnlyMemory<int> tokens, int steps, int vocabulary, ReadOnlyMemory<float> targets)
        : this(tokens, steps, vocabulary) => this.targets = Targets(targets);

    private ArrayDataSet(ReadOnlyMemory<int> tokens, int steps, int vocabulary)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(vocabulary, 1);
        if (tokens.Length == 0 || tokens.Length % steps != 0)
        {
            throw new ArgumentException(
                $"Samples have {steps} tokens each; expected a positive multiple of that, got {tokens.Length}.", nameof(tokens));
        }

        for (int i = 0; i < tokens.Length; i++)
        {
            if ((uint)tokens.Span[i] >= (uint)vocabulary)
            {
                throw new ArgumentException(
                    $"Sample {i / steps} has the token {tokens.Span[i]} at step {i % steps}; expected 0 to {vocabulary - 1}.",
                    nameof(tokens));
            }
        }

        (this.tokens, Vocabulary, shape, Count, SampleSize) = (tokens, vocabulary, [steps], tokens.Length / steps, steps);
    }

    private ArrayDataSet(FloatRows samples, int[]? shape)
    {
        if (samples.Count == 0)
            throw new ArgumentException("There is no sample; expected at least one.", nameof(samples));
        if (shape is not null && SizeOf(shape) != samples.Size)
        {
            throw new ArgumentException(
                $"A sample of {ShapeText.Of(shape)} has {SizeOf(shape)} floats, and the arrays have {samples.Size}.",
                nameof(shape));
        }

        samples.RequireFinite(nameof(samples));
        (this.samples, this.shape, Count, SampleSize) = (samples, [.. shape ?? []], samples.Count, samples.Size);
    }

    private ArrayDataSet(ArrayDataSet other, ReadOnlyMemory<float>? weights = null)
    {
        (samples, tokens, labels, targets, shape) = (other.samples, other.tokens, other.labels, other.targets, other.shape);
        (Count, SampleSize, Vocabulary, Classes) = (other.Count, other.SampleSize, other.Vocabulary, other.Classes);
        (LabelsPerSample, Name, ChannelsLast) = (other.LabelsPerSample, other.Name, other.ChannelsLast);
        this.weights = weights ?? other.weights;
        (inputs, tokenInputs, lengths) = (new(other.inputs), new(other.tokenInputs), new(other.lengths));
    }

    /// <summary>The same samples with one more input of numbers, for networks with several inputs.</summary>
    /// <param name="name">The input's name in the network.</param>
    /// <param name="values">Its values, one sample after another: [samples, ..input shape].</param>
    /// <exception cref="ArgumentException">The length does not fit, or a value is not finite.</exception>
    public ArrayDataSet WithInput(string name, ReadOnlyMemory<float> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var rows = new FloatRows(values, Each(values.Length, nameof(values)));
        rows.RequireFinite(nameof(values));
        return new ArrayDataSet(this) { inputs = { [name] = rows } };
    }

    /// <summary>The same samples with one more input of tokens.</summary>
    /// <param name="name">The input's name in the network.</param>
    /// <param name="tokens">Its tokens, one sample after another: [samples, steps].</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public ArrayDataSet WithInput(string name, ReadOnlyMemory<int> tokens)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Each(tokens.Length, nameof(tokens));
        return new ArrayDataSet(this) { tokenInputs = { [name] = tokens } };
    }

    /// <summary>The same samples with how many steps of each are true, for an input with <c>Lengths = true</c>.</summary>
    /// <param name="lengths">One for each sample.</param>
    /// <param name="input">The input's name in the network.</param>
    /// <exception cref="ArgumentException">There are more or fewer than samples.</exception>
    public ArrayDataSet WithLengths(ReadOnlyMemory<int> lengths, string input = "input")
    {
        ArgumentException.ThrowIfNullOrEmpty(input);
        if (lengths.Length != Count)
            throw new ArgumentException($"There are {Count} samples and {lengths.Length} lengths; expected one for each.", nameof(lengths));
        return new ArrayDataSet(this) { lengths = { [input] = lengths } };
    }

    /// <summary>
    /// The same samples with a weight for each (Keras' <c>sample_weight</c>): the loss of a batch is the mean of the samples' losses,
    /// weighted by these.
    /// </summary>
    /// <param name="weights">One for each sample, at least 0; the array is not copied.</param>
    /// <exception cref="ArgumentException">
    /// There are more or fewer than samples, or one is negative or not finite; the message names the sample.
    /// </exception>
    public ArrayDataSet WithWeights(ReadOnlyMemory<float> weights)
    {
        if (weights.Length != Count)
            throw new ArgumentException($"There are {Count} samples and {weights.Length} weights; expected one for each.", nameof(weights));
        for (int i = 0; i < weights.Length; i++)
        {
            if (BatchCheck.IsNoWeight(weights.Span[i]))
                throw BatchCheck.NoWeight(this, i, weights.Span[i], nameof(weights));
        }

        return new ArrayDataSet(this, weights);
    }

    /// <summary>The name of the set in messages.</summary>
    public string Name
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            field = value;
        }
    } = "arrays";

    /// <summary>
    /// Whether the arrays have the channels last, as [height, width, channels]. The shape is stated channels first all the same, and
    /// samples are transposed as they are copied.
    /// </summary>
    /// <exception cref="ArgumentException">No shape of two or three sizes is stated.</exception>
    public bool ChannelsLast
    {
        get;
        init
        {
            if (value && shape.Length < 2)
            {
                throw new ArgumentException(
                    "Channels can be last where a shape of two or three sizes is stated, channels first, such as [3, 32, 32].",
                    nameof(ChannelsLast));
            }

            field = value;
        }
    }

    /// <summary>The sizes of a sample, such as [channels, height, width]; empty where none were stated.</summary>
    public ReadOnlySpan<int> Shape => shape;

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public int SampleSize { get; }

    /// <inheritdoc/>
    public int Vocabulary { get; }

    /// <inheritdoc/>
    public int Classes { get; }

    /// <inheritdoc/>
    public int LabelsPerSample { get; }

    /// <inheritdoc/>
    public bool HasWeights => weights is not null;

    /// <summary>The number of floats of a target; 0 without targets.</summary>
    public int TargetSize => targets?.Size ?? 0;

    /// <inheritdoc/>
    /// <remarks>Arrays with the channels last are transposed as they are copied.</remarks>
    bool? IDataSet.CopiesChannelsLast => false;

    /// <inheritdoc/>
    public void CopySamples(ReadOnlySpan<int> indices, Span<float> destination)
    {
        if (samples is null)
            throw new NotSupportedException($"'{Name}' has samples of tokens.");
        Require(indices, destination.Length, SampleSize, "samples", "floats");
        if (!ChannelsLast)
        {
            samples.CopyTo(indices, destination);
            return;
        }

        for (int i = 0; i < indices.Length; i++)
            ChannelOrder.LastToFirst(samples[indices[i]], destination.Slice(i * SampleSize, SampleSize), shape[0], SampleSize);
    }

    /// <inheritdoc/>
    public void CopyTokens(ReadOnlySpan<int> indices, Span<int> destination)
    {
        if (Vocabulary == 0)
            throw new NotSupportedException($"'{Name}' has samples of numbers.");
        Require(indices, destination.Length, SampleSize, "samples", "tokens");
        for (int i = 0; i < indices.Length; i++)
            tokens.Span.Slice(indices[i] * SampleSize, SampleSize).CopyTo(destination[(i * SampleSize)..]);
    }

    /// <inheritdoc/>
    public void CopyInput(string name, ReadOnlySpan<int> indices, Span<float> destination)
    {
        if (!inputs.TryGetValue(name, out FloatRows? rows))
            throw new NotSupportedException($"'{Name}' has no input '{name}' of numbers: {nameof(WithInput)} adds one.");
        Require(indices, destination.Length, rows.Size, $"samples of '{name}'", "floats");
        rows.CopyTo(indices, destination);
    }

    /// <inheritdoc/>
    public void CopyInput(string name, ReadOnlySpan<int> indices, Span<int> destination)
    {
        if (!tokenInputs.TryGetValue(name, out ReadOnlyMemory<int> all))
            throw new NotSupportedException($"'{Name}' has no input '{name}' of tokens: {nameof(WithInput)} adds one.");
        int size = all.Length / Count;
        Require(indices, destination.Length, size, $"samples of '{name}'", "tokens");
        for (int i = 0; i < indices.Length; i++)
            all.Span.Slice(indices[i] * size, size).CopyTo(destination[(i * size)..]);
    }

    /// <inheritdoc/>
    public void CopyLengths(string name, ReadOnlySpan<int> indices, Span<int> destination)
    {
        if (!lengths.TryGetValue(name, out ReadOnlyMemory<int> all))
            throw new NotSupportedException($"'{Name}' has no lengths of '{name}': {nameof(WithLengths)} adds them.");
        Require(indices, destination.Length, 1, "lengths", "numbers");
        for (int i = 0; i < indices.Length; i++)
            destination[i] = all.Span[indices[i]];
    }

    /// <inheritdoc/>
    public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination)
    {
        if (LabelsPerSample == 0)
            throw new NotSupportedException($"'{Name}' has no class labels.");
        Require(indices, destination.Length, LabelsPerSample, "labels", "labels");
        for (int i = 0; i < indices.Length; i++)
            labels.Span.Slice(indices[i] * LabelsPerSample, LabelsPerSample).CopyTo(destination[(i * LabelsPerSample)..]);
    }

    /// <inheritdoc/>
    public void CopyWeights(ReadOnlySpan<int> indices, Span<float> destination)
    {
        if (weights is not { } all)
            throw new NotSupportedException($"'{Name}' has no weights: {nameof(WithWeights)} adds them.");
        Require(indices, destination.Length, 1, "weights", "numbers");
        for (int i = 0; i < indices.Length; i++)
            destination[i] = all.Span[indices[i]];
    }

    /// <inheritdoc/>
    public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination)
    {
        if (targets is null)
            throw new NotSupportedException($"'{Name}' has no targets.");
        Require(indices, destination.Length, TargetSize, "targets", "floats");
        targets.CopyTo(indices, destination);
    }

    /// <summary>Checks all labels, which are at hand, before training begins.</summary>
    /// <exception cref="ArgumentException">A label names no class; the message names its sample.</exception>
    internal void RequireClasses(LossDescription loss, string argument)
    {
        if (BatchCheck.IndexOfNoClass(labels.Span, loss) is >= 0 and int i)
            throw BatchCheck.NoClass(this, i / LabelsPerSample, i % LabelsPerSample, labels.Span[i], loss, argument);
    }

    private static FloatRows RowsOf(ReadOnlyMemory<float> samples, int[] shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        int size = SizeOf(shape);
        if (samples.Length % size != 0)
        {
            throw new ArgumentException(
                $"Samples of {ShapeText.Of(shape)} have {size} floats each; expected a multiple of that, got {samples.Length} floats.",
                    nameof(samples));
        }

        return new FloatRows(samples, size);
    }

    private static FloatRows RowsOf(float[][] rows, string argument)
    {
        ArgumentNullException.ThrowIfNull(rows, argument);
        return new FloatRows(rows, argument);
    }

    private static int SizeOf(int[] shape)
    {
        if (shape.Length is 0 or > 3)
        {
            throw new ArgumentException(
                $"A shape has one to three sizes; got {shape.Length}. After class labels the number of classes is stated, and then the "
                    + "shape.", nameof(shape));
        }

        long size = 1;
        foreach (int length in shape)
        {
            if (length < 1)
                throw new ArgumentException($"A size is at least 1; got {ShapeText.Of(shape)}.", nameof(shape));
            size = Math.Min((long)int.MaxValue + 1, size * length);
        }

        return size <= int.MaxValue
            ? (int)size : throw new ArgumentException($"{ShapeText.Of(shape)} are more floats than an array holds.", nameof(shape));
    }

    private (ReadOnlyMemory<int> Labels, int Classes, int Each) Labelled(ReadOnlyMemory<int> labels, int classes)
    {
        if (classes < 2)
            throw new ArgumentOutOfRangeException(nameof(classes), classes, $"Expected at least 2 classes; got {classes}.");
        return (labels, classes, Each(labels.Length, nameof(labels)));
    }

    private FloatRows Targets(ReadOnlyMemory<float> targets)
    {
        var rows = new FloatRows(targets, Each(targets.Length, nameof(targets)));
        rows.RequireFinite(nameof(targets));
        return rows;
    }

    private int Each(int length, string argument) => length > 0 && length % Count == 0
        ? length / Count
        : throw new ArgumentException(
            $"There are {Count} samples and {length} {argument}; expected one for each sample, or as many for each.", argument);

    private void Require(ReadOnlySpan<int> indices, int room, int size, string what, string unit)
    {
        if (room != (long)indices.Length * size)
            throw new ArgumentException(
                $"{indices.Length} {what} are {(long)indices.Length * size} {unit}; there is room for {room}.", "destination");
        foreach (int index in indices)
        {
            if ((uint)index >= (uint)Count)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(indices), index,
                    $"The set has {Count} samples; expected an index below that, got {index}.");
            }
        }
    }
}
