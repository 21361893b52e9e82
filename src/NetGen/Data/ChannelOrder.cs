namespace NetGen;

/// <summary>The order of the axes of images and signals in memory.</summary>
internal static class ChannelOrder
{
    /// <summary>Transposes samples: [sample, positions, channels] → [sample, channels, positions].</summary>
    /// <param name="source">Samples one after another, channels last.</param>
    /// <param name="destination">Room for as many floats.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="sampleSize">The floats of a sample.</param>
    public static void LastToFirst(ReadOnlySpan<float> source, Span<float> destination, int channels, int sampleSize)
    {
        int positions = sampleSize / channels;
        for (int sample = 0; sample < source.Length; sample += sampleSize)
            for (int position = 0; position < positions; position++)
                for (int channel = 0; channel < channels; channel++)
                    destination[sample + (channel * positions) + position] = source[sample + (position * channels) + channel];
    }
}
