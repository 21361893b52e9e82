namespace NetGen.Data;

/// <summary>
/// Mean and standard deviation of the bytes of a channel, from whole numbers: exact, and the same whatever the order of the pictures.
/// </summary>
internal sealed class ChannelStatistics
{
    private readonly long[] counts = new long[256];

    /// <summary>Adds pixels.</summary>
    public void Add(ReadOnlySpan<byte> pixels)
    {
        foreach (byte pixel in pixels)
            counts[pixel]++;
    }

    /// <summary>
    /// Mean and standard deviation as parts of full white; the deviation by the count and not one less. Of pixels that are all alike the
    /// deviation is 1, as in scikit-learn's <c>StandardScaler</c>.
    /// </summary>
    public (float Mean, float Deviation) Result()
    {
        Int128 count = 0, sum = 0, squares = 0;
        for (int value = 0; value < counts.Length; value++)
        {
            count += counts[value];
            sum += (Int128)counts[value] * value;
            squares += (Int128)counts[value] * value * value;
        }

        double mean = (double)sum / (double)count, deviation = Math.Sqrt((double)((count * squares) - (sum * sum))) / (double)count;
        const double White = byte.MaxValue;
        return ((float)(mean / White), deviation > 0 ? (float)(deviation / White) : 1);
    }
}
