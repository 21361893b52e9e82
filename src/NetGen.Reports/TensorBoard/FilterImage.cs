namespace NetGen.Reports;

/// <summary>
/// The filters of a convolution as one picture: those of the first parameter [out channels, in channels, height, width] of a network, one
/// beside another. Filters over 3 channels are in colour; of other numbers of channels each filter shows its first.
/// </summary>
internal static class FilterImage
{
    private const int MostFilters = 256;
    private const int PixelsPerValue = 6;
    private const int Gap = 2;

    /// <summary>The weight whose filters are shown; null where the network has none of four axes.</summary>
    public static Parameter? WeightOf(Network network) =>
        network.Parameters.FirstOrDefault(parameter => parameter.Shape.Length == 4 && parameter.Shape[2] * parameter.Shape[3] > 1);

    /// <summary>Draws the filters: the smallest value of all black, the largest white.</summary>
    /// <param name="shape">[out channels, in channels, height, width].</param>
    /// <param name="values">As many values.</param>
    public static PngImage Draw(ReadOnlySpan<int> shape, ReadOnlySpan<float> values)
    {
        int filters = Math.Min(shape[0], MostFilters), channels = shape[1] == 3 ? 3 : 1;
        (int filterHeight, int filterWidth) = (shape[2], shape[3]);
        int columns = (int)Math.Ceiling(Math.Sqrt(filters)), rows = (filters + columns - 1) / columns;
        int cellHeight = (filterHeight * PixelsPerValue) + Gap, cellWidth = (filterWidth * PixelsPerValue) + Gap;
        int height = (rows * cellHeight) + Gap, width = (columns * cellWidth) + Gap;
        (float minimum, float scale) = RangeOf(values);
        var pixels = new byte[height * width * channels];
        for (int filter = 0; filter < filters; filter++)
        {
            int top = Gap + (filter / columns * cellHeight), left = Gap + (filter % columns * cellWidth);
            for (int y = 0; y < filterHeight * PixelsPerValue; y++)
            {
                for (int x = 0; x < filterWidth * PixelsPerValue; x++)
                {
                    for (int channel = 0; channel < channels; channel++)
                    {
                        int row = (((filter * shape[1]) + channel) * filterHeight) + (y / PixelsPerValue);
                        float value = (values[(row * filterWidth) + (x / PixelsPerValue)] - minimum) * scale;
                        pixels[((((top + y) * width) + left + x) * channels) + channel] = PixelValue.Of(value);
                    }
                }
            }
        }

        return PngImage.Of(pixels, channels, height, width);
    }

    private static (float Minimum, float Scale) RangeOf(ReadOnlySpan<float> values)
    {
        (float minimum, float maximum) = (float.MaxValue, float.MinValue);
        foreach (float value in values)
        {
            if (float.IsFinite(value))
                (minimum, maximum) = (Math.Min(minimum, value), Math.Max(maximum, value));
        }

        return maximum > minimum ? (minimum, 1 / (maximum - minimum)) : (minimum, 0);
    }
}
