namespace Lecture.Pictures;

/// <summary>A picture in shades of grey: 0 is black, 1 white.</summary>
internal sealed class GreyImage
{
    private readonly float[] pixels;

    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixels">The shades, [height, width]; what is beyond 0 and 1 is shown as that.</param>
    public GreyImage(int width, int height, ReadOnlySpan<float> pixels)
    {
        if (pixels.Length != width * height)
            throw new ArgumentException($"Expected {width * height} pixels of {width}×{height}; got {pixels.Length}.", nameof(pixels));
        (Width, Height, this.pixels) = (width, height, pixels.ToArray());
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>[height, width].</summary>
    public ReadOnlySpan<float> Pixels => pixels;

    public float this[int x, int y] => pixels[(y * Width) + x];

    /// <summary>Stretched so that the smallest value is black and the largest white.</summary>
    public static GreyImage Stretched(int width, int height, ReadOnlySpan<float> values)
    {
        (float low, float high) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (float value in values)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        float range = high > low ? high - low : 1;
        float[] shades = [.. values];
        for (int i = 0; i < shades.Length; i++)
            shades[i] = (shades[i] - low) / range;
        return new GreyImage(width, height, shades);
    }
}
