namespace NetGen.Data;

/// <summary>
/// A split of EMNIST: grey images of handwritten characters, [1, 28, 28] (Cohen, Afshar, Tapson and van Schaik 2017; NIST's files
/// <c>emnist-SPLIT-train-images-idx3-ubyte.gz</c> and their relatives).
/// </summary>
/// <remarks>
/// The files have each image with rows and columns interchanged; here it stands upright. Samples are (pixel / 255 − 0.1736) / 0.3317. The
/// publishers state no checksums of these files: sizes, dimensions and labels are checked.
/// </remarks>
public abstract class Emnist : StoredImages
{
    private protected const string Digits = "0123456789";
    private protected const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private protected const string Small = "abcdefghijklmnopqrstuvwxyz";

    // Of the small letters only those that look unlike their capitals.
    private protected const string Merged = Digits + Capitals + "abdefghnqrt";

    /// <param name="folder">Where the files lie, packed or not.</param>
    /// <param name="split">The name of the split in the files' names.</param>
    /// <param name="part">train or test.</param>
    /// <param name="characters">The character of each class.</param>
    /// <param name="firstLabel">The label of the first class in the files.</param>
    private protected Emnist(string folder, string split, string part, string characters, byte firstLabel = 0)
        : this(Read(folder, split, part, characters.Length, firstLabel), split, characters)
    {
    }

    private Emnist(IdxImages read, string split, string characters)
        : base(
            $"emnist-{split}", read.Pixels, read.Labels, [.. characters.Select(character => character.ToString())], Mnist.PixelsPerImage,
            [0.1736f], [0.3317f])
    {
    }

    private static IdxImages Read(string folder, string split, string part, int classes, byte firstLabel)
    {
        IdxImages read = IdxImages.Read(
            IdxFileName.Find(folder, $"emnist-{split}-{part}-images-idx3-ubyte", "EMNIST"),
            IdxFileName.Find(folder, $"emnist-{split}-{part}-labels-idx1-ubyte", "EMNIST"), firstLabel, (byte)(firstLabel + classes - 1));
        for (int i = 0; i < read.Labels.Length; i++)
        {
            read.Labels[i] -= firstLabel;
            Transpose(read.Pixels.AsSpan(i * Mnist.PixelsPerImage, Mnist.PixelsPerImage));
        }

        return read;
    }

    private static void Transpose(Span<byte> image)
    {
        for (int y = 0; y < Mnist.Side; y++)
            for (int x = 0; x < y; x++)
                (image[(y * Mnist.Side) + x], image[(x * Mnist.Side) + y]) = (image[(x * Mnist.Side) + y], image[(y * Mnist.Side) + x]);
    }
}
