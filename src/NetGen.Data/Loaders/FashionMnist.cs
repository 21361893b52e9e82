namespace NetGen.Data;

/// <summary>
/// Fashion-MNIST: grey images of clothes, [1, 28, 28], in ten classes; 60,000 to train on and 10,000 to test (Xiao, Rasul and Vollgraf
/// 2017; github.com/zalandoresearch/fashion-mnist).
/// </summary>
/// <remarks>Samples are (pixel / 255 − 0.2860) / 0.3530, as is customary for this set.</remarks>
#pragma warning disable CS3016 // Sizes are a list, which attributes of some languages cannot have.
[DataSet(Samples = 60_000), Sample(1, 28, 28), Classes(10)]
#pragma warning restore CS3016
public sealed class FashionMnist : StoredImages
{
    private static readonly string[] Names =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    // Of the packed files, from the README of the publishers.
    private static readonly (string Name, string Md5)[] Sums =
    [
        ("train-images-idx3-ubyte.gz", "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
        ("train-labels-idx1-ubyte.gz", "25c81989df183df01b3e8a0aad5dffbe"),
        ("t10k-images-idx3-ubyte.gz", "bef4ecab320f06d8554ea6380940ec79"),
        ("t10k-labels-idx1-ubyte.gz", "bb300cfdad3c16e7a12a480ee83cd310"),
    ];

    private FashionMnist(IdxImages read)
        : base("fashion-mnist", read.Pixels, read.Labels, Names, Mnist.PixelsPerImage, [0.2860f], [0.3530f])
    {
    }

    /// <summary>Reads the training images from a folder.</summary>
    /// <param name="folder">Where the files lie, under MNIST's names, packed or not.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">A file is missing; the message says which names were looked for.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or the files do not belong together; the message names them.</exception>
    public static FashionMnist Train(string folder) => Read(folder, "train");

    /// <summary>Reads the test images from a folder.</summary>
    /// <inheritdoc cref="Train"/>
    public static FashionMnist Test(string folder) => Read(folder, "t10k");

    /// <summary>Whether the four packed files lie in a folder, with the MD5 sums that their publishers state.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static bool IsPublished(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return Sums.All(file => Path.Combine(folder, file.Name) is var path && File.Exists(path) && PublishedSum.IsMd5(path, file.Md5));
    }

    private static FashionMnist Read(string folder, string part) => new(IdxImages.Read(
        IdxFileName.Find(folder, $"{part}-images-idx3-ubyte", "Fashion-MNIST"),
        IdxFileName.Find(folder, $"{part}-labels-idx1-ubyte", "Fashion-MNIST"), leastLabel: 0, greatestLabel: 9));
}
