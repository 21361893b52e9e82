using StbImageWriteSharp;

namespace NetGen.Reports;

/// <summary>A picture made of numbers, as a PNG in a data URI.</summary>
/// <param name="DataUri">The address that holds the picture itself.</param>
/// <param name="Width">Pixels from left to right.</param>
/// <param name="Height">Pixels from top to bottom.</param>
internal sealed record PixelPicture(string DataUri, int Width, int Height)
{
    /// <summary>
    /// A sample as a picture: grey of one channel, red, green and blue of three. The lowest of all values is black, the highest white.
    /// </summary>
    /// <param name="values">The values, [channels, height, width].</param>
    /// <param name="channels">1 or 3.</param>
    /// <param name="height">Pixels from top to bottom.</param>
    /// <param name="width">Pixels from left to right.</param>
    public static PixelPicture OfSample(ReadOnlySpan<float> values, int channels, int height, int width)
    {
        (double low, double high) = RangeOf(values);
        byte[] pixels = new byte[channels * height * width];
        int size = height * width;
        for (int pixel = 0; pixel < size; pixel++)
        {
            for (int channel = 0; channel < channels; channel++)
                pixels[(pixel * channels) + channel] = (byte)Math.Round(255 * Part(values[(channel * size) + pixel], low, high));
        }

        return Encode(pixels, width, height, channels == 1 ? ColorComponents.Grey : ColorComponents.RedGreenBlue);
    }

    /// <summary>Numbers of both signs: blue where they are negative, white at 0, red where they are positive.</summary>
    /// <param name="values">The values, [height, width].</param>
    /// <param name="height">Pixels from top to bottom.</param>
    /// <param name="width">Pixels from left to right.</param>
    /// <param name="limit">The magnitude that has the full colour.</param>
    public static PixelPicture OfSigned(ReadOnlySpan<float> values, int height, int width, double limit)
    {
        byte[] pixels = new byte[3 * height * width];
        for (int i = 0; i < height * width; i++)
            Put(pixels, i, ColorMap.Diverging(limit > 0 ? values[i] / limit : 0));
        return Encode(pixels, width, height, ColorComponents.RedGreenBlue);
    }

    /// <summary>Numbers from the lowest, dark, to the highest, bright.</summary>
    /// <param name="values">The values, [height, width].</param>
    /// <param name="height">Pixels from top to bottom.</param>
    /// <param name="width">Pixels from left to right.</param>
    /// <param name="low">The value of the darkest colour.</param>
    /// <param name="high">The value of the brightest colour.</param>
    public static PixelPicture OfRange(ReadOnlySpan<float> values, int height, int width, double low, double high)
    {
        byte[] pixels = new byte[3 * height * width];
        for (int i = 0; i < height * width; i++)
            Put(pixels, i, ColorMap.Sequential(Part(values[i], low, high)));
        return Encode(pixels, width, height, ColorComponents.RedGreenBlue);
    }

    /// <summary>The lowest and the highest of the finite values; 0 and 0 where there are none.</summary>
    public static (double Low, double High) RangeOf(ReadOnlySpan<float> values)
    {
        (float low, float high) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (float value in values)
        {
            if (float.IsFinite(value))
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        return low <= high ? (low, high) : (0, 0);
    }

    /// <summary>Writes it as an image of the page.</summary>
    public void Write(HtmlWriter page, string description, string? title = null) => page.Void(
        "img", ("class", "pixels"), ("src", DataUri), ("width", NumberText.Number(Width)), ("height", NumberText.Number(Height)),
        ("alt", description), ("title", title));

    private static double Part(double value, double low, double high) =>
        !(high > low) || double.IsNaN(value) ? 0 : Math.Clamp((value - low) / (high - low), 0, 1);

    private static void Put(byte[] pixels, int index, (byte R, byte G, byte B) color) =>
        (pixels[3 * index], pixels[(3 * index) + 1], pixels[(3 * index) + 2]) = color;

    private static PixelPicture Encode(byte[] pixels, int width, int height, ColorComponents components)
    {
        using var file = new MemoryStream();
        new ImageWriter().WritePng(pixels, width, height, components, file);
        return new PixelPicture($"data:image/png;base64,{Convert.ToBase64String(file.GetBuffer(), 0, (int)file.Length)}", width, height);
    }
}
