using StbImageWriteSharp;

namespace Lecture.Pictures;

/// <summary>Writes pictures as PNG files.</summary>
internal static class PngFile
{
    /// <param name="path">The file; what it held is replaced.</param>
    /// <param name="image">The picture.</param>
    /// <param name="zoom">Pixels of the file for each of the picture's, along both sides.</param>
    public static void Write(string path, GreyImage image, int zoom = 1)
    {
        (int width, int height) = (image.Width * zoom, image.Height * zoom);
        var bytes = new byte[width * height];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                bytes[(y * width) + x] = (byte)((Math.Clamp(image[x / zoom, y / zoom], 0, 1) * 255) + 0.5f);
        }

        using var stream = new FileStream(path, FileMode.Create);
        new ImageWriter().WritePng(bytes, width, height, ColorComponents.Grey, stream);
    }
}
