namespace NetGen.Reports;

/// <summary>What a layer gives for a sample, as pictures: one for each channel, or one of all where there are no channels.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Pictures">The pictures.</param>
/// <param name="Left">How many channels, or numbers of a row, are in no picture, because there are too many.</param>
/// <param name="IsStrip">Whether the one picture is of numbers in a row, without a place in an image.</param>
internal sealed record FeatureMaps(string Layer, IReadOnlyList<PixelPicture> Pictures, int Left, bool IsStrip)
{
    private const int MostChannels = 16;
    private const int Longest = 40;
    private const int MostColumns = 64;
    private const int MostNumbers = 1024;

    /// <summary>Those of a layer.</summary>
    public static FeatureMaps Of(LayerActivation layer)
    {
        (double low, double high) = PixelPicture.RangeOf(layer.Values);
        return layer.Shape is [var channels, > 1 and var height, > 1 and var width]
            ? OfChannels(layer, channels, height, width, low, high)
            : new FeatureMaps(layer.Layer, [OfNumbers(layer, low, high)], NumbersLeft(layer), IsStrip: true);
    }

    /// <summary>What a picture shows.</summary>
    public string Describe(int index) => IsStrip ? $"The numbers of {Layer}" : $"Channel {NumberText.Count(index)} of {Layer}";

    private static bool HasSteps(LayerActivation layer) => layer.Shape is [> 1, > 1];

    private static int NumbersLeft(LayerActivation layer) => HasSteps(layer) ? 0 : Math.Max(0, layer.Values.Length - MostNumbers);

    private static FeatureMaps OfChannels(LayerActivation layer, int channels, int height, int width, double low, double high)
    {
        int shown = Math.Min(channels, MostChannels);
        var pictures = new PixelPicture[shown];
        for (int channel = 0; channel < shown; channel++)
        {
            (float[] values, int rows, int columns) =
                Downsampling.ToFit(layer.Values.AsSpan(channel * height * width, height * width), height, width, Longest);
            pictures[channel] = PixelPicture.OfRange(values, rows, columns, low, high);
        }

        return new FeatureMaps(layer.Layer, pictures, channels - shown, IsStrip: false);
    }

    /// <summary>Steps are rows, and features columns; numbers without steps stand in rows of 64.</summary>
    private static PixelPicture OfNumbers(LayerActivation layer, double low, double high)
    {
        if (HasSteps(layer))
        {
            (float[] small, int rows, int columns) =
                Downsampling.ToFit(layer.Values, layer.Shape[0], layer.Shape[1], 2 * MostColumns);
            return PixelPicture.OfRange(small, rows, columns, low, high);
        }

        int count = Math.Min(layer.Values.Length, MostNumbers), width = Math.Min(count, MostColumns);
        float[] padded = new float[(count + width - 1) / width * width];
        Array.Fill(padded, (float)low);
        layer.Values.AsSpan(0, count).CopyTo(padded);
        return PixelPicture.OfRange(padded, padded.Length / width, width, low, high);
    }
}
