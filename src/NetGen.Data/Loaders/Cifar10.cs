namespace NetGen.Data;

/// <summary>
/// CIFAR-10: colour images, [3, 32, 32], in ten classes; 50,000 to train on and 10,000 to test (Krizhevsky 2009;
/// www.cs.toronto.edu/~kriz/cifar.html, "binary version").
/// </summary>
/// <remarks>
/// Samples are normalised by the customary means (0.4914, 0.4822, 0.4465) and deviations (0.2470, 0.2435, 0.2616) of red, green and blue.
/// </remarks>
#pragma warning disable CS3016 // Sizes are a list, which attributes of some languages cannot have.
[DataSet(Samples = 50_000), Sample(3, Side, Side), Classes(10)]
#pragma warning restore CS3016
public sealed class Cifar10 : StoredImages
{
    /// <summary>Height and width of an image, in pixels.</summary>
    public const int Side = 32;

    private const int ImageBytes = 3 * Side * Side;
    private const int RecordBytes = 1 + ImageBytes;
    private const string FolderInArchive = "cifar-10-batches-bin";
    private const string ArchiveMd5 = "c32a1d4ab5d03f1284b67883e8d87530";

    private static readonly string[] Names =
        ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    private Cifar10(byte[] pixels, byte[] labels)
        : base("cifar-10", pixels, labels, Names, Side * Side, [0.4914f, 0.4822f, 0.4465f], [0.2470f, 0.2435f, 0.2616f])
    {
    }

    /// <summary>Reads the training images from a folder.</summary>
    /// <param name="folder">
    /// Where <c>data_batch_1.bin</c> to <c>data_batch_5.bin</c> lie, or the folder <c>cifar-10-batches-bin</c> with them.
    /// </param>
    /// <exception cref="FileNotFoundException">A file is missing; the message names it.</exception>
    /// <exception cref="InvalidDataException">
    /// A file has another length than whole images, or a wrong label; the message names it.
    /// </exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Cifar10 Train(string folder) => Read(folder, [.. Enumerable.Range(1, 5).Select(number => $"data_batch_{number}.bin")]);

    /// <summary>Reads the test images from a folder.</summary>
    /// <param name="folder">Where <c>test_batch.bin</c> lies, or the folder <c>cifar-10-batches-bin</c> with it.</param>
    /// <inheritdoc cref="Train" path="/exception"/>
    public static Cifar10 Test(string folder) => Read(folder, ["test_batch.bin"]);

    /// <summary>Whether an archive <c>cifar-10-binary.tar.gz</c> has the MD5 sum that its page states.</summary>
    /// <param name="archive">The file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static bool IsPublished(string archive)
    {
        ArgumentException.ThrowIfNullOrEmpty(archive);
        return PublishedSum.IsMd5(archive, ArchiveMd5);
    }

    private static Cifar10 Read(string folder, string[] names)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string[] paths = [.. names.Select(name => Find(folder, name))];
        long[] counts = [.. paths.Select(CountImages)];
        long count = counts.Sum();
        if (count * ImageBytes > Array.MaxLength)
            throw new InvalidDataException($"'{paths[0]}' and its relatives hold {count} images, more than an array can.");
        byte[] pixels = new byte[count * ImageBytes], labels = new byte[count];
        int first = 0;
        for (int i = 0; i < paths.Length; i++)
        {
            ReadFile(paths[i], (int)counts[i], pixels.AsSpan(first * ImageBytes), labels.AsSpan(first));
            first += (int)counts[i];
        }

        return new Cifar10(pixels, labels);
    }

    private static string Find(string folder, string name)
    {
        string path = Path.Combine(folder, name), below = Path.Combine(folder, FolderInArchive, name);
        if (File.Exists(path))
            return path;
        return File.Exists(below)
            ? below
            : throw new FileNotFoundException($"There is no '{name}' in '{folder}', nor in a folder '{FolderInArchive}' there.", path);
    }

    private static long CountImages(string path)
    {
        long length = new FileInfo(path).Length;
        return length > 0 && length % RecordBytes == 0
            ? length / RecordBytes
            : throw new InvalidDataException(
                $"'{path}' has {length} bytes; expected {RecordBytes} for each image: a label and 3×32×32 pixels.");
    }

    private static void ReadFile(string path, int count, Span<byte> pixels, Span<byte> labels)
    {
        byte[] content = File.ReadAllBytes(path);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> record = content.AsSpan(i * RecordBytes, RecordBytes);
            if (record[0] >= Names.Length)
                throw new InvalidDataException($"Label {i} of '{path}' is {record[0]}; expected 0 to {Names.Length - 1}.");
            labels[i] = record[0];
            record[1..].CopyTo(pixels[(i * ImageBytes)..]);
        }
    }
}
