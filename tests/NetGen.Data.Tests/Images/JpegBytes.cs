using StbImageWriteSharp;

namespace NetGen.Data.Tests.Images;

/// <summary>Makes the bytes of JPEG files.</summary>
internal static class JpegBytes
{
    /// <summary>A picture of colours, [height, width, 3].</summary>
    public static byte[] Of(int width, int height, byte[] pixels, int quality = 95)
    {
        using var file = new MemoryStream();
        new ImageWriter().WriteJpg(pixels, width, height, ColorComponents.RedGreenBlue, file, quality);
        return file.ToArray();
    }

    /// <summary>The same file with an Exif segment that states an orientation.</summary>
    public static byte[] WithOrientation(byte[] file, byte orientation, bool isBigEndian)
    {
        byte[] tiff = isBigEndian
            ? [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
            : [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0];
        byte[] content = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(content.Length + 2), .. content, .. file[2..]];
    }
}
