namespace NetGen.Reports;

/// <summary>The weight of a first layer that looks at images: of a convolution, or of a layer that has a weight for each pixel.</summary>
/// <param name="Name">The parameter's name, such as <c>conv2d1.weight</c>.</param>
/// <param name="Count">How many filters there are.</param>
/// <param name="Channels">The channels of a filter: 3 where they are red, green and blue, else 1.</param>
/// <param name="Height">Rows of a filter.</param>
/// <param name="Width">Columns of a filter.</param>
/// <param name="Values">The values, [filters, channels, height, width].</param>
internal sealed record FirstLayerFilters(string Name, int Count, int Channels, int Height, int Width, float[] Values)
{
    /// <summary>Those of a network; null where its first layer has none that make pictures.</summary>
    public static FirstLayerFilters? Of(Network network)
    {
        bool takesMaps = network.Description is { Vocabulary: 0, Inputs.Length: 0 } && network.InputShape.Length == 3;
        if (!takesMaps || network.Parameters.Count == 0)
            return null;
        Parameter weight = network.Parameters[0];
        ReadOnlySpan<int> image = network.InputShape;
        (int count, int channels, int height, int width) = weight.Shape switch
        {
            [var filters, var inputs, > 1 and var rows, > 1 and var columns] when inputs == image[0] => (filters, inputs, rows, columns),
            [var rows, var inputs] when SamplePicture.IsImage(network) && inputs == image[0] * image[1] * image[2] =>
                (rows, image[0], image[1], image[2]),
            _ => default,
        };
        if (count == 0)
            return null;
        float[] values = new float[weight.Count];
        weight.CopyTo(values);

        // Each of many channels is a picture of its own.
        return channels is 1 or 3
            ? new FirstLayerFilters(weight.Name, count, channels, height, width, values)
            : new FirstLayerFilters(weight.Name, count * channels, 1, height, width, values);
    }

    /// <summary>The picture of a filter.</summary>
    /// <param name="index">Which, from 0.</param>
    public PixelPicture Picture(int index)
    {
        int size = Channels * Height * Width;
        ReadOnlySpan<float> filter = Values.AsSpan(index * size, size);
        if (Channels == 3)
            return PixelPicture.OfSample(filter, Channels, Height, Width);
        (double low, double high) = PixelPicture.RangeOf(filter);
        return PixelPicture.OfSigned(filter, Height, Width, Math.Max(Math.Abs(low), Math.Abs(high)));
    }
}
