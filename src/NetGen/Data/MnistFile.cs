namespace NetGen;

/// <summary>One of the four files of the MNIST database.</summary>
/// <param name="Name">Its published name, without the ending of a packed file.</param>
/// <param name="Length">Its length in bytes, unpacked.</param>
/// <param name="Sha256">The SHA-256 checksum of its unpacked content, in lower-case hexadecimal digits.</param>
internal sealed record MnistFile(string Name, long Length, string Sha256)
{
    public static readonly MnistFile TrainImages =
        new("train-images-idx3-ubyte", 16 + (60_000 * 784), "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");

    public static readonly MnistFile TrainLabels =
        new("train-labels-idx1-ubyte", 8 + 60_000, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");

    public static readonly MnistFile TestImages =
        new("t10k-images-idx3-ubyte", 16 + (10_000 * 784), "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");

    public static readonly MnistFile TestLabels =
        new("t10k-labels-idx1-ubyte", 8 + 10_000, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    public static readonly IReadOnlyList<MnistFile> All = [TrainImages, TrainLabels, TestImages, TestLabels];

    /// <summary>Finds this file in a folder under one of the names it goes by.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">None of the names is there.</exception>
    public string Find(string folder) => IdxFileName.Find(folder, Name, "MNIST");

    /// <summary>As <see cref="Find"/>, with null where no such file is there.</summary>
    public string? TryFind(string folder) => IdxFileName.TryFind(folder, Name);
}
