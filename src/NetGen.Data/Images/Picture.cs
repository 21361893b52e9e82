namespace NetGen.Data;

/// <summary>A decoded picture: bytes, 0 is black, [height, width, channels] with one channel (grey) or three (red, green, blue).</summary>
internal sealed record Picture(int Width, int Height, int Channels, byte[] Pixels)
{
    /// <summary>With three channels these are the bytes that an array can hold.</summary>
    public const int MostPixels = int.MaxValue / 4;

    /// <summary>
    /// Makes one of what a decoder gave: alpha lies over white, colours become grey by ITU-R 601 (0.299, 0.587 and 0.114) where one channel
    /// is wanted.
    /// </summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="decoded">[height, width, components]: grey, grey and alpha, colours, or colours and alpha.</param>
    /// <param name="components">1 to 4.</param>
    /// <param name="channels">The channels that are wanted, 1 or 3.</param>
    public static Picture Of(int width, int height, byte[] decoded, int components, int channels)
    {
        if (components == channels)
            return new Picture(width, height, channels, decoded);
        var pixels = new byte[width * height * channels];
        for (int i = 0, from = 0, to = 0; i < width * height; i++, from += components, to += channels)
        {
            int red = decoded[from], alpha = components is 2 or 4 ? decoded[from + components - 1] : 255;
            (int green, int blue) = components > 2 ? (decoded[from + 1], decoded[from + 2]) : (red, red);
            (red, green, blue) = (OverWhite(red, alpha), OverWhite(green, alpha), OverWhite(blue, alpha));
            if (channels == 1)
                pixels[to] = (byte)(((19595 * red) + (38470 * green) + (7471 * blue) + 32768) >> 16);
            else
                (pixels[to], pixels[to + 1], pixels[to + 2]) = ((byte)red, (byte)green, (byte)blue);
        }

        return new Picture(width, height, channels, pixels);
    }

    /// <summary>The picture as it is to be seen.</summary>
    /// <param name="orientation">1 to 8, as Exif counts: by which sides the first row and the first column lie.</param>
    public Picture Oriented(int orientation)
    {
        if (orientation <= 1)
            return this;
        bool isTransposed = orientation >= 5;
        (int width, int height) = isTransposed ? (Height, Width) : (Width, Height);
        var pixels = new byte[Pixels.Length];
        for (int y = 0, to = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++, to += Channels)
            {
                (int row, int column) = orientation switch
                {
                    2 => (y, Width - 1 - x),
                    3 => (Height - 1 - y, Width - 1 - x),
                    4 => (Height - 1 - y, x),
                    5 => (x, y),
                    6 => (Height - 1 - x, y),
                    7 => (Height - 1 - x, Width - 1 - y),
                    _ => (x, Width - 1 - y),
                };
                Pixels.AsSpan(((row * Width) + column) * Channels, Channels).CopyTo(pixels.AsSpan(to));
            }
        }

        return new Picture(width, height, Channels, pixels);
    }

    private static int OverWhite(int value, int alpha) => ((value * alpha) + (255 * (255 - alpha)) + 127) / 255;
}
