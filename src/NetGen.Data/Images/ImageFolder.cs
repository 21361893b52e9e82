namespace NetGen.Data;

/// <summary>
/// Pictures in folders, one folder a class, as torchvision's <c>ImageFolder</c> has them. A set is a class that derives from this one and
/// states the size of its samples and its classes.
/// </summary>
/// <remarks>
/// Files that end in <c>.png</c>, <c>.jpg</c> or <c>.jpeg</c> are read, at any depth below the folder of their class; hidden files, files
/// of other kinds and folders behind links are passed over, except that a class may be a link. Classes are numbered in the ordinal order of
/// their folders' names, and pictures in that of their paths. A picture is rotated as the Exif orientation of a JPEG file says; transparent
/// parts lie over white; colours become grey where the samples have one channel. It is decoded when it is first read, and kept as bytes as
/// far as <see cref="ImageOptions.CacheBytes"/> goes.
/// </remarks>
/// <example>
/// <c>[DataSet, Sample(3, 64, 64), Classes(2)] public sealed class Pets(string folder) : ImageFolder(folder);</c>
/// </example>
public abstract class ImageFolder : IFittedDataSet
{
    private readonly ImageCorpus corpus;
    private readonly Lazy<ImageSamples> whole;

    // Labels need no statistics.
    private readonly ImageSamples labelled;

    /// <summary>Finds the pictures of a folder; none is decoded yet.</summary>
    /// <param name="folder">The folder that has one folder for each class.</param>
    /// <param name="options">How pictures are read; the defaults where none are given.</param>
    /// <exception cref="InvalidOperationException">The type states no [Sample] of one or three channels, or no [Classes].</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">
    /// There are more or fewer folders than [Classes] says, or one has no picture; the message names them.
    /// </exception>
    /// <exception cref="ArgumentException">The options have another number of means or deviations than there are channels.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read.</exception>
    protected ImageFolder(string folder, ImageOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        options ??= new ImageOptions();
        int[] shape = RequireShape();
        IReadOnlyList<ClassFolder> classFolders = ClassFolder.FindAll(folder);
        RequireClasses(folder, classFolders);
        Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        ClassNames = [.. classFolders.Select(ofClass => ofClass.Name)];
        ImagePreparation stated = new ImagePreparation
        {
            Channels = shape[0],
            Height = shape[1],
            Width = shape[2],
            Mean = Each(options.Mean, shape[0]),
            Deviation = Each(options.Deviation, shape[0]),
            Fit = options.Fit,
            MaximalPixels = options.MaximalPixels,
            ClassNames = ClassNames,
        }.Checked();
        options.RequireNormalization();
        corpus = new ImageCorpus(Name, stated, options.Normalize, classFolders, options.CacheBytes);
        labelled = new ImageSamples(corpus, stated);
        whole = new Lazy<ImageSamples>(() => new ImageSamples(corpus, corpus.Learn(SampleIndices.All(Count))));
        SampleSize = shape[0] * shape[1] * shape[2];
    }

    /// <summary>The name of the folder.</summary>
    public string Name { get; }

    /// <summary>The names of the classes, which are those of their folders, in ordinal order.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The file of each sample.</summary>
    public IReadOnlyList<string> Paths => corpus.Paths;

    /// <summary>
    /// How pictures become samples. With <see cref="ImageNormalization.Adapted"/> it is learnt from all of them, which are decoded for
    /// that; a part of a split has that of its training part.
    /// </summary>
    public Preparation Preparation => whole.Value.Preparation;

    /// <inheritdoc/>
    public int Count => corpus.Paths.Length;

    /// <inheritdoc/>
    public int SampleSize { get; }

    /// <inheritdoc/>
    public int Classes => ClassNames.Count;

    /// <inheritdoc/>
    public int LabelsPerSample => 1;

    /// <inheritdoc/>
    bool? IDataSet.CopiesChannelsLast => false;

    /// <inheritdoc/>
    bool IFittedDataSet.Learns => corpus.Learns;

    /// <inheritdoc/>
    object IFittedDataSet.Source => corpus;

    /// <summary>
    /// Copies pictures, [indices, channels, height, width], normalised. Those that are not in memory are decoded, several at a time.
    /// </summary>
    /// <param name="indices">Which pictures, each at least 0 and below <see cref="Count"/>, in the order wanted.</param>
    /// <param name="destination">Room for exactly <c>indices.Length * SampleSize</c> floats.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the set.</exception>
    /// <exception cref="InvalidDataException">A file is no picture, damaged, cut short, or too large; the message names it.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public void CopySamples(ReadOnlySpan<int> indices, Span<float> destination) => whole.Value.CopySamples(indices, destination);

    /// <inheritdoc/>
    public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination) => labelled.CopyLabels(indices, destination);

    /// <inheritdoc/>
    public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination) => labelled.CopyTargets(indices, destination);

    /// <inheritdoc/>
    public IFittedDataSet FitTo(ReadOnlySpan<int> indices) => labelled.FitTo(indices);

    /// <inheritdoc/>
    public IFittedDataSet PreparedAs(Preparation preparation) => labelled.PreparedAs(preparation);

    /// <inheritdoc/>
    public void Require(ReadOnlySpan<int> indices) => labelled.Require(indices);

    private static float[] Each(IReadOnlyList<float> numbers, int channels)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return numbers.Count == 1 ? [.. Enumerable.Repeat(numbers[0], channels)] : [.. numbers];
    }

    private int[] RequireShape()
    {
        ReadOnlySpan<int> shape = ((IDataSet)this).Shape;
        if (shape.Length == 3 && shape[0] is 1 or 3)
            return shape.ToArray();
        string stated = shape.IsEmpty ? "none" : $"[Sample({string.Join(", ", shape.ToArray())})]";
        throw new InvalidOperationException(
            $"{GetType().Name} is a folder of images: expected [Sample(3, height, width)], or 1 for grey, on it; got {stated}.");
    }

    private void RequireClasses(string folder, IReadOnlyList<ClassFolder> found)
    {
        int expected = (Attribute.GetCustomAttribute(GetType(), typeof(ClassesAttribute)) as ClassesAttribute)?.Count
            ?? throw new InvalidOperationException($"{GetType().Name} is a folder of images: expected [Classes(n)] on it; got none.");
        if (found.Count == expected)
            return;
        const int Named = 20;
        string names = string.Join(", ", found.Take(Named).Select(ofClass => $"'{ofClass.Name}'"));
        throw new InvalidDataException(
            $"'{folder}' has {found.Count} folder{(found.Count == 1 ? "" : "s")}; expected one for each of the {expected} classes that "
                + $"[Classes] on {GetType().Name} states. They are {(found.Count == 0 ? "none" : names)}"
                + $"{(found.Count > Named ? " and others" : "")}.");
    }
}
