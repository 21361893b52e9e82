namespace NetGen.Data;

/// <summary>
/// EMNIST by merged classes: all digits and letters in 47 classes; small letters that look like their capitals count as these.
/// </summary>
/// <inheritdoc cref="Emnist" path="/remarks"/>
#pragma warning disable CS3016 // Sizes are a list, which attributes of some languages cannot have.
[DataSet(Samples = 697_932), Sample(1, 28, 28), Classes(47)]
#pragma warning restore CS3016
public sealed class EmnistByMerge : Emnist
{
    private EmnistByMerge(string folder, string part)
        : base(folder, "bymerge", part, Merged)
    {
    }

    /// <summary>Reads the training images from a folder.</summary>
    /// <param name="folder">Where <c>emnist-bymerge-train-images-idx3-ubyte</c> and its labels lie, packed or not.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">A file is missing; the message says which names were looked for.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or the files do not belong together; the message names them.</exception>
    public static EmnistByMerge Train(string folder) => new(folder, "train");

    /// <summary>Reads the test images from a folder.</summary>
    /// <inheritdoc cref="Train"/>
    public static EmnistByMerge Test(string folder) => new(folder, "test");
}
