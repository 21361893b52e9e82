using StbImageSharp;

namespace NetGen.Data;

/// <summary>Reads pictures of PNG and JPEG files; which of them a file is, its first bytes say, not its name.</summary>
internal static class PictureFile
{
    /// <summary>Reads and decodes a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="channels">1 for grey, 3 for colours.</param>
    /// <param name="maximalPixels">The most pixels that its header may state.</param>
    /// <exception cref="InvalidDataException">
    /// The file is no such picture, damaged, cut short, or too large; the message names it.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Picture Read(string path, int channels, long maximalPixels)
    {
        if (Directory.Exists(path))
            throw new IOException($"'{path}' is a folder; expected a PNG or JPEG file.");
        byte[] content = File.ReadAllBytes(path);
        try
        {
            return Decode(content, channels, maximalPixels);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"'{path}' {error.Message}", error);
        }
    }

    /// <summary>Decodes a file's content.</summary>
    /// <exception cref="InvalidDataException">As of <see cref="Read"/>; the message goes on after the file's name.</exception>
    private static Picture Decode(byte[] content, int channels, long maximalPixels)
    {
        if (content.Length == 0)
            throw new InvalidDataException("is empty; expected a PNG or JPEG file.");
        PictureHeader header = PngFile.IsPng(content) ? PngFile.ReadHeader(content)
            : JpegFile.IsJpeg(content) ? JpegFile.ReadHeader(content)
            : throw new InvalidDataException("is neither a PNG nor a JPEG file.");
        if ((long)header.Width * header.Height is var pixels && pixels > maximalPixels)
        {
            throw new InvalidDataException(
                $"states {header.Width}×{header.Height} = {pixels} pixels; expected at most {maximalPixels}, as "
                    + $"{nameof(ImageOptions)}.{nameof(ImageOptions.MaximalPixels)} says.");
        }

        if (PngFile.IsPng(content))
            PngFile.RequireWhole(content);
        else
            JpegFile.RequireWhole(content, header);
        ImageResult result;
        try
        {
            result = ImageResult.FromMemory(content);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The decoder throws what it meets, of many kinds.
            throw new InvalidDataException($"is damaged: {error.Message}", error);
        }

        if (result.Width != header.Width || result.Height != header.Height)
        {
            throw new InvalidDataException(
                $"is damaged: its header states {header.Width}×{header.Height} pixels, and there are {result.Width}×{result.Height}.");
        }

        return Picture.Of(result.Width, result.Height, result.Data, (int)result.Comp, channels).Oriented(header.Orientation);
    }
}
