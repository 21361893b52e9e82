namespace NetGen.Benchmarks.Measurement;

/// <summary>How many numbers, or tokens, a sample is made of.</summary>
internal static class SampleSize
{
    /// <summary>The product of the shape's lengths.</summary>
    public static int Of(ReadOnlySpan<int> shape)
    {
        int size = 1;
        foreach (int length in shape)
            size *= length;
        return size;
    }
}
