using System.Buffers.Binary;
using StbImageWriteSharp;

namespace NetGen.Reports;

/// <summary>A picture as the bytes of a PNG file.</summary>
/// <param name="Channels">1 for grey, 2 with opacity, 3 for red, green and blue, 4 with opacity.</param>
/// <param name="Height">The height, in pixels.</param>
/// <param name="Width">The width, in pixels.</param>
/// <param name="Bytes">The file.</param>
internal sealed record PngImage(int Channels, int Height, int Width, ReadOnlyMemory<byte> Bytes)
{
    // The signature, the length and the name of the first chunk; then its width, height, depth and kind of colours.
    private const int HeaderBytes = 26;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Makes one of pixels, [height, width, channels].</summary>
    public static PngImage Of(byte[] pixels, int channels, int height, int width)
    {
        using var stream = new MemoryStream();
        new ImageWriter().WritePng(
            pixels, width, height, channels == 1 ? ColorComponents.Grey : ColorComponents.RedGreenBlue, stream);
        return new PngImage(channels, height, width, stream.ToArray());
    }

    /// <summary>Reads the size that a PNG file states.</summary>
    /// <param name="file">The file.</param>
    /// <param name="argument">What the caller calls it.</param>
    /// <exception cref="ArgumentException">It is no PNG file.</exception>
    public static PngImage Read(ReadOnlySpan<byte> file, string argument)
    {
        if (file.Length < HeaderBytes || !file.StartsWith(Signature) || !file[12..16].SequenceEqual("IHDR"u8))
            throw new ArgumentException($"The {file.Length} bytes are no PNG file; expected its signature and header.", argument);
        int width = BinaryPrimitives.ReadInt32BigEndian(file[16..]), height = BinaryPrimitives.ReadInt32BigEndian(file[20..]);
        int channels = file[25] switch
        {
            0 => 1,
            4 => 2,
            6 => 4,
            _ => 3,
        };
        return new PngImage(channels, height, width, file.ToArray());
    }
}
