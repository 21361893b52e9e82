namespace NetGen.Data;

/// <summary>Images of a published set, kept as bytes with one label each, and normalised as they are copied.</summary>
public abstract class StoredImages : IDataSet
{
    private readonly byte[] pixels;
    private readonly byte[] labels;
    private readonly float[] normalized;
    private readonly int channelSize;

    /// <param name="name">The name of the set in messages.</param>
    /// <param name="pixels">[images, channels, height, width].</param>
    /// <param name="labels">The class of each image.</param>
    /// <param name="classNames">The names of the classes.</param>
    /// <param name="channelSize">The pixels of a channel.</param>
    /// <param name="mean">The mean of each channel, as a part of full white.</param>
    /// <param name="deviation">The standard deviation of each channel.</param>
    private protected StoredImages(
        string name, byte[] pixels, byte[] labels, IReadOnlyList<string> classNames, int channelSize, float[] mean, float[] deviation)
    {
        (Name, this.pixels, this.labels, ClassNames, this.channelSize) = (name, pixels, labels, classNames, channelSize);
        SampleSize = channelSize * mean.Length;
        normalized =
        [
            .. Enumerable.Range(0, mean.Length).SelectMany(channel =>
                Enumerable.Range(0, 256).Select(value => ((value / 255f) - mean[channel]) / deviation[channel])),
        ];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The name of each class, by its label.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <inheritdoc/>
    public int Count => labels.Length;

    /// <inheritdoc/>
    public int SampleSize { get; }

    /// <inheritdoc/>
    public int Classes => ClassNames.Count;

    /// <inheritdoc/>
    public int LabelsPerSample => 1;

    /// <summary>The pixels of an image, [channels, height, width]; 0 is black and 255 white.</summary>
    /// <param name="index">At least 0 and below <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside the set.</exception>
    public ReadOnlySpan<byte> Pixels(int index) => pixels.AsSpan(Checked(index) * SampleSize, SampleSize);

    /// <summary>The class of an image, whose name <see cref="ClassNames"/> has.</summary>
    /// <param name="index">At least 0 and below <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside the set.</exception>
    public int Label(int index) => labels[Checked(index)];

    /// <inheritdoc/>
    public void CopySamples(ReadOnlySpan<int> indices, Span<float> destination)
    {
        RequireLength(destination.Length, (long)indices.Length * SampleSize);
        foreach (int index in indices)
        {
            ReadOnlySpan<byte> image = Pixels(index);
            for (int first = 0; first < image.Length; first += channelSize)
            {
                ReadOnlySpan<float> table = normalized.AsSpan(first / channelSize * 256, 256);
                ReadOnlySpan<byte> from = image.Slice(first, channelSize);
                Span<float> to = destination.Slice(first, channelSize);
                for (int i = 0; i < to.Length; i++)
                    to[i] = table[from[i]];
            }

            destination = destination[SampleSize..];
        }
    }

    /// <inheritdoc/>
    public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination)
    {
        RequireLength(destination.Length, indices.Length);
        for (int i = 0; i < indices.Length; i++)
            destination[i] = Label(indices[i]);
    }

    /// <inheritdoc/>
    public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination) =>
        throw new NotSupportedException($"'{Name}' has class labels and no targets; use a loss that takes class indices.");

    private static void RequireLength(int length, long expected)
    {
        if (length != expected)
            throw new ArgumentException($"Expected room for exactly {expected} values; got {length}.", "destination");
    }

    private int Checked(int index) => (uint)index < (uint)labels.Length
        ? index
        : throw new ArgumentOutOfRangeException(
            nameof(index), index, $"'{Name}' has {Count} images; expected an index from 0 to {Count - 1}.");
}
