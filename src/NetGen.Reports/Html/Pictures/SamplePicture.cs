namespace NetGen.Reports;

/// <summary>Samples as pictures.</summary>
internal static class SamplePicture
{
    private const int Longest = 96;

    /// <summary>Whether a sample of a network is an image of one or three channels.</summary>
    public static bool IsImage(Network network) =>
        network.Description is { Vocabulary: 0, Inputs.Length: 0 } && network.InputShape is [1 or 3, > 1, > 1];

    /// <summary>The picture of a sample, made smaller where it is large.</summary>
    public static PixelPicture Of(Network network, ReadOnlySpan<float> sample)
    {
        (int channels, int height, int width) = (network.InputShape[0], network.InputShape[1], network.InputShape[2]);
        var small = new List<float>();
        (int rows, int columns) = (height, width);
        for (int channel = 0; channel < channels; channel++)
        {
            ReadOnlySpan<float> map = sample.Slice(channel * height * width, height * width);
            (float[] values, rows, columns) = Downsampling.ToFit(map, height, width, Longest);
            small.AddRange(values);
        }

        return PixelPicture.OfSample([.. small], channels, rows, columns);
    }
}
