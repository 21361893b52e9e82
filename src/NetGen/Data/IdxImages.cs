namespace NetGen;

/// <summary>Images of 28×28 grey pixels with their labels, from two IDX files that belong together.</summary>
/// <param name="Pixels">[images, 28, 28].</param>
/// <param name="Labels">One for each image.</param>
internal sealed record IdxImages(byte[] Pixels, byte[] Labels)
{
    /// <summary>Reads and compares the two files.</summary>
    /// <param name="images">The file of the images.</param>
    /// <param name="labels">The file of the labels.</param>
    /// <param name="leastLabel">The least label that may stand there.</param>
    /// <param name="greatestLabel">The greatest one.</param>
    /// <exception cref="InvalidDataException">A file is damaged, or the files do not belong together; the message names them.</exception>
    public static IdxImages Read(string images, string labels, byte leastLabel, byte greatestLabel)
    {
        IdxFile imageFile = IdxFile.Read(images);
        RequireDimensions(imageFile, "[images, 28, 28]", imageFile.Dimensions is [_, Mnist.Side, Mnist.Side]);
        IdxFile labelFile = IdxFile.Read(labels);
        RequireDimensions(labelFile, "[labels]", labelFile.Dimensions is [_]);
        if (imageFile.Dimensions[0] != labelFile.Dimensions[0])
            throw new InvalidDataException(
                $"'{imageFile.Path}' holds {imageFile.Dimensions[0]} images and '{labelFile.Path}' {labelFile.Dimensions[0]} labels.");
        int wrong = labelFile.Values.AsSpan().IndexOfAnyExceptInRange(leastLabel, greatestLabel);
        if (wrong >= 0)
            throw new InvalidDataException(
                $"Label {wrong} of '{labelFile.Path}' is {labelFile.Values[wrong]}; expected {leastLabel} to {greatestLabel}.");
        return new IdxImages(imageFile.Values, labelFile.Values);
    }

    private static void RequireDimensions(IdxFile file, string expected, bool right)
    {
        if (!right)
            throw new InvalidDataException(
                $"'{file.Path}' has the dimensions [{string.Join(", ", file.Dimensions)}]; expected {expected}.");
    }
}
