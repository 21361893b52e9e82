namespace NetGen;

/// <summary>
/// Grey images of handwritten digits with their classes, [1, 28, 28] and 0 to 9: the MNIST database, or a set in its form.
/// </summary>
/// <remarks>
/// Samples come normalised as is customary for this set: (pixel / 255 − 0.1307) / 0.3081, mean and standard deviation of the 60,000
/// training images. The set itself is kept as bytes, 784 for an image.
/// </remarks>
#pragma warning disable CS3016 // Sizes are a list, which attributes of some languages cannot have.
[DataSet(Samples = 60_000), Sample(1, Side, Side), Classes(10)]
#pragma warning restore CS3016
public sealed class Mnist : IDataSet
{
    /// <summary>Height and width of an image, in pixels.</summary>
    public const int Side = 28;

    /// <summary>The number of pixels of an image.</summary>
    public const int PixelsPerImage = Side * Side;

    /// <summary>The mean of the training images' pixels, as a part of full white.</summary>
    public const float Mean = 0.1307f;

    /// <summary>The standard deviation of the training images' pixels, as a part of full white.</summary>
    public const float StandardDeviation = 0.3081f;

    private static readonly float[] Normalized = [.. Enumerable.Range(0, 256).Select(pixel => ((pixel / 255f) - Mean) / StandardDeviation)];

    private readonly byte[] pixels;
    private readonly byte[] labels;

    /// <summary>A set of images at hand.</summary>
    /// <param name="name">The name of the set in messages and result files.</param>
    /// <param name="pixels">The images, [images, 28, 28], 0 is black (the paper) and 255 white (the ink). Not copied.</param>
    /// <param name="labels">The class of each image, 0 to 9. Not copied.</param>
    /// <exception cref="ArgumentException">There is no image, the two numbers do not fit, or a label is above 9.</exception>
    public Mnist(string name, byte[] pixels, byte[] labels)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Length == 0)
            throw new ArgumentException("The set has no image; expected at least one label with its image.", nameof(labels));
        if (pixels.Length != (long)labels.Length * PixelsPerImage)
            throw new ArgumentException(
                $"{labels.Length} labels need {(long)labels.Length * PixelsPerImage} pixels; got {pixels.Length}.", nameof(pixels));
        int wrong = IndexOfLabelOutOfRange(labels);
        if (wrong >= 0)
            throw new ArgumentException($"Label {wrong} is {labels[wrong]}; expected 0 to 9.", nameof(labels));
        (this.Name, this.pixels, this.labels) = (name, pixels, labels);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Count => labels.Length;

    /// <inheritdoc/>
    public int SampleSize => PixelsPerImage;

    /// <inheritdoc/>
    public int Classes => 10;

    /// <inheritdoc/>
    public int LabelsPerSample => 1;

    /// <summary>Reads the 60,000 training images (or however many the files hold) from a folder.</summary>
    /// <param name="folder">
    /// Where <c>train-images-idx3-ubyte</c> and <c>train-labels-idx1-ubyte</c> lie; with a dot in place of the second dash, packed as
    /// <c>.gz</c>, or in a folder of its name as Kaggle's archive has it, will do.
    /// </param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">A file is missing; the message says which names were looked for.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or the files do not belong together; the message names them.</exception>
    public static Mnist Train(string folder) => Read(folder, MnistFile.TrainImages, MnistFile.TrainLabels);

    /// <summary>Reads the 10,000 test images (or however many the files hold) from a folder.</summary>
    /// <param name="folder">
    /// Where <c>t10k-images-idx3-ubyte</c> and <c>t10k-labels-idx1-ubyte</c> lie; with a dot in place of the second dash, packed as
    /// <c>.gz</c>, or in a folder of its name as Kaggle's archive has it, will do.
    /// </param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">A file is missing; the message says which names were looked for.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or the files do not belong together; the message names them.</exception>
    public static Mnist Test(string folder) => Read(folder, MnistFile.TestImages, MnistFile.TestLabels);

    /// <summary>The pixels of an image, [28, 28], 0 is black (the paper) and 255 white (the ink).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside the set.</exception>
    public ReadOnlySpan<byte> Pixels(int index) => pixels.AsSpan(Checked(index) * PixelsPerImage, PixelsPerImage);

    /// <summary>The class of an image, 0 to 9.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside the set.</exception>
    public int Label(int index) => labels[Checked(index)];

    /// <inheritdoc/>
    public void CopySamples(ReadOnlySpan<int> indices, Span<float> destination)
    {
        RequireLength(destination.Length, (long)indices.Length * PixelsPerImage, nameof(destination));
        ReadOnlySpan<float> normalized = Normalized;
        foreach (int index in indices)
        {
            ReadOnlySpan<byte> image = Pixels(index);
            Span<float> sample = destination[..image.Length];
            for (int i = 0; i < image.Length; i++)
                sample[i] = normalized[image[i]];
            destination = destination[image.Length..];
        }
    }

    /// <inheritdoc/>
    public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination)
    {
        RequireLength(destination.Length, indices.Length, nameof(destination));
        for (int i = 0; i < indices.Length; i++)
            destination[i] = Label(indices[i]);
    }

    /// <inheritdoc/>
    public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination) =>
        throw new NotSupportedException(
            $"'{Name}' has class labels (0 to 9) and no targets; read its labels, or use a loss that takes class indices.");

    private static Mnist Read(string folder, MnistFile images, MnistFile labels)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        IdxImages read = IdxImages.Read(images.Find(folder), labels.Find(folder), leastLabel: 0, greatestLabel: 9);
        return new Mnist("mnist", read.Pixels, read.Labels);
    }

    private static int IndexOfLabelOutOfRange(byte[] labels) => labels.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)9);

    private static void RequireLength(int length, long expected, string argument)
    {
        if (length != expected)
            throw new ArgumentException($"Expected room for exactly {expected} values; got {length}.", argument);
    }

    private int Checked(int index) => (uint)index < (uint)labels.Length
        ? index
        : throw new ArgumentOutOfRangeException(
            nameof(index), index, $"'{Name}' has {Count} images; expected an index from 0 to {Count - 1}.");
}
