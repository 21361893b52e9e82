namespace NetGen.Data;

/// <summary>
/// Kuzushiji-MNIST: grey images of cursive Japanese characters, [1, 28, 28], in ten classes; 60,000 to train on and 10,000 to test
/// (Clanuwat et al. 2018; github.com/rois-codh/kmnist).
/// </summary>
/// <remarks>
/// Samples are (pixel / 255 − 0.1918) / 0.3483, as is customary for this set. The publishers state no checksums: sizes, dimensions and
/// labels are checked.
/// </remarks>
#pragma warning disable CS3016 // Sizes are a list, which attributes of some languages cannot have.
[DataSet(Samples = 60_000), Sample(1, 28, 28), Classes(10)]
#pragma warning restore CS3016
public sealed class Kmnist : StoredImages
{
    private static readonly string[] Names = ["o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo"];

    private Kmnist(IdxImages read)
        : base("kmnist", read.Pixels, read.Labels, Names, Mnist.PixelsPerImage, [0.1918f], [0.3483f])
    {
    }

    /// <summary>Reads the training images from a folder.</summary>
    /// <param name="folder">Where the files lie, under MNIST's names, packed or not.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">A file is missing; the message says which names were looked for.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or the files do not belong together; the message names them.</exception>
    public static Kmnist Train(string folder) => Read(folder, "train");

    /// <summary>Reads the test images from a folder.</summary>
    /// <inheritdoc cref="Train"/>
    public static Kmnist Test(string folder) => Read(folder, "t10k");

    private static Kmnist Read(string folder, string part) => new(IdxImages.Read(
        IdxFileName.Find(folder, $"{part}-images-idx3-ubyte", "KMNIST"), IdxFileName.Find(folder, $"{part}-labels-idx1-ubyte", "KMNIST"),
        leastLabel: 0, greatestLabel: 9));
}
