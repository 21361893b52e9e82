namespace NetGen.Data;

/// <summary>A picture of any size in shades of grey, as a PNG or JPEG file has it: for programs that look for something in it.</summary>
/// <remarks>
/// Colours become grey by ITU-R 601 (0.299, 0.587 and 0.114), transparent parts lie over white, and a JPEG file's Exif orientation is
/// obeyed. <see cref="ImageFolder"/> and <see cref="ImageModel"/> read pictures that are samples as they are.
/// </remarks>
public sealed class GreyPicture
{
    private readonly Picture picture;

    private GreyPicture(Picture picture) => this.picture = picture;

    /// <summary>The number of columns.</summary>
    public int Width => picture.Width;

    /// <summary>The number of rows.</summary>
    public int Height => picture.Height;

    /// <summary>[height, width]; 0 is black and 255 white.</summary>
    public ReadOnlySpan<byte> Pixels => picture.Pixels;

    /// <summary>Reads a file; its first bytes say whether it is PNG or JPEG, not its name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maximalPixels">The most pixels that its header may state, at least 1; 100 million unless stated.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximalPixels"/> is below 1, or more than an array holds.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is no such picture, damaged, cut short, or too large; the message names it.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read, <see cref="FileNotFoundException"/> among them.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static GreyPicture Read(string path, long maximalPixels = 100_000_000)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximalPixels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maximalPixels, Picture.MostPixels);
        return new GreyPicture(PictureFile.Read(path, channels: 1, maximalPixels));
    }
}
