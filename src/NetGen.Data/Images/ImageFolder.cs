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
public abstract class ImageFolder : IPreparedDataSet
{
    private readonly ImagePreparation preparation;
    private readonly float[] table;
    private readonly string[] paths;
    private readonly int[] labels;
    private readonly byte[]?[] cache;
    private readonly long cacheBytes;
    private long cachedBytes;

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
        preparation = new ImagePreparation
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
        table = preparation.NormalizationTable();
        paths = [.. classFolders.SelectMany(ofClass => ofClass.Pictures)];
        labels = [.. classFolders.SelectMany((ofClass, label) => Enumerable.Repeat(label, ofClass.Pictures.Count))];
        cache = new byte[paths.Length][];
        cacheBytes = options.CacheBytes;
    }

    /// <summary>The name of the folder.</summary>
    public string Name { get; }

    /// <summary>The names of the classes, which are those of their folders, in ordinal order.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The file of each sample.</summary>
    public IReadOnlyList<string> Paths => paths;

    /// <inheritdoc/>
    public Preparation Preparation => preparation;

    /// <inheritdoc/>
    public int Count => paths.Length;

    /// <inheritdoc/>
    public int SampleSize => preparation.Channels * preparation.Height * preparation.Width;

    /// <inheritdoc/>
    public int Classes => ClassNames.Count;

    /// <inheritdoc/>
    public int LabelsPerSample => 1;

    /// <inheritdoc/>
    bool? IDataSet.CopiesChannelsLast => false;

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
    public void CopySamples(ReadOnlySpan<int> indices, Span<float> destination)
    {
        RequireRoom(indices, destination.Length, SampleSize);
        byte[][]? decoded = Decode(indices);
        for (int i = 0; i < indices.Length; i++)
        {
            byte[] bytes = decoded?[i] ?? cache[indices[i]]!;
            preparation.Normalize(bytes, table, destination.Slice(i * SampleSize, SampleSize));
        }
    }

    /// <inheritdoc/>
    public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination)
    {
        RequireRoom(indices, destination.Length, 1);
        for (int i = 0; i < indices.Length; i++)
            destination[i] = labels[indices[i]];
    }

    /// <inheritdoc/>
    public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination) =>
        throw new NotSupportedException($"'{Name}' has class labels and no targets; use a loss that takes class indices.");

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

    /// <summary>
    /// Decodes what is not in memory; null where all is. One that found no room in memory is given back, each at its place.
    /// </summary>
    private byte[][]? Decode(ReadOnlySpan<int> indices)
    {
        int missing = 0;
        foreach (int index in indices)
            missing += Volatile.Read(ref cache[index]) is null ? 1 : 0;
        return missing == 0 ? null : Decode(indices.ToArray());
    }

    private byte[][] Decode(int[] indices)
    {
        var decoded = new byte[indices.Length][];
        var errors = new Exception?[indices.Length];
        Parallel.For(0, indices.Length, i =>
        {
            try
            {
                decoded[i] = Volatile.Read(ref cache[indices[i]]) ?? Keep(indices[i], preparation.ReadBytes(paths[indices[i]]));
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                errors[i] = error;
            }
        });
        if (errors.FirstOrDefault(error => error is not null) is { } first)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        return decoded;
    }

    private byte[] Keep(int index, byte[] bytes)
    {
        if (Interlocked.Add(ref cachedBytes, bytes.Length) <= cacheBytes)
            Volatile.Write(ref cache[index], bytes);
        else
            Interlocked.Add(ref cachedBytes, -bytes.Length);
        return bytes;
    }

    private void RequireRoom(ReadOnlySpan<int> indices, int room, int each)
    {
        if (room != (long)indices.Length * each)
            throw new ArgumentException($"Expected room for exactly {(long)indices.Length * each} values; got {room}.", "destination");
        foreach (int index in indices)
        {
            if ((uint)index >= (uint)Count)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(indices), index, $"'{Name}' has {Count} pictures; expected an index from 0 to {Count - 1}.");
            }
        }
    }
}
