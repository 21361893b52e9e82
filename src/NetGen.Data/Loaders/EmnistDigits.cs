namespace NetGen.Data;

/// <summary>EMNIST's digits: ten classes, four times as many images as MNIST has.</summary>
/// <inheritdoc cref="Emnist" path="/remarks"/>
#pragma warning disable CS3016 // Sizes are a list, which attributes of some languages cannot have.
[DataSet(Samples = 240_000), Sample(1, 28, 28), Classes(10)]
#pragma warning restore CS3016
public sealed class EmnistDigits : Emnist
{
    private EmnistDigits(string folder, string part)
        : base(folder, "digits", part, Digits)
    {
    }

    /// <summary>Reads the training images from a folder.</summary>
    /// <param name="folder">Where <c>emnist-digits-train-images-idx3-ubyte</c> and its labels lie, packed or not.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">A file is missing; the message says which names were looked for.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or the files do not belong together; the message names them.</exception>
    public static EmnistDigits Train(string folder) => new(folder, "train");

    /// <summary>Reads the test images from a folder.</summary>
    /// <inheritdoc cref="Train"/>
    public static EmnistDigits Test(string folder) => new(folder, "test");
}
