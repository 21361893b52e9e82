namespace NetGen.Reports;

/// <summary>
/// Counts numbers in TensorBoard's default buckets, whose limits grow by a tenth from 10⁻¹² to 10²⁰ on both sides of 0
/// (<c>tensorflow/core/lib/histogram/histogram.cc</c>). Numbers that are not finite are counted by themselves.
/// </summary>
internal sealed class HistogramBuckets
{
    private static readonly double[] AllLimits = MakeLimits();

    private readonly long[] counts = new long[AllLimits.Length];
    private readonly double[] usedLimits = new double[AllLimits.Length];
    private readonly double[] usedCounts = new double[AllLimits.Length];

    /// <summary>The limits: bucket i has the numbers from the limit before it, included, to its own, excluded.</summary>
    public static ReadOnlySpan<double> Limits => AllLimits;

    /// <summary>The smallest number; 0 where there is none.</summary>
    public double Minimum { get; private set; }

    /// <summary>The largest number; 0 where there is none.</summary>
    public double Maximum { get; private set; }

    /// <summary>How many numbers there are.</summary>
    public long Count { get; private set; }

    /// <summary>How many others are NaN or infinite.</summary>
    public long NotFinite { get; private set; }

    /// <summary>The sum of the numbers.</summary>
    public double Sum { get; private set; }

    /// <summary>The sum of their squares.</summary>
    public double SumOfSquares { get; private set; }

    /// <summary>Forgets what was counted, and counts these.</summary>
    public void Fill(ReadOnlySpan<float> values)
    {
        Array.Clear(counts);
        (double minimum, double maximum, double sum, double squares) = (double.MaxValue, double.MinValue, 0, 0);
        long notFinite = 0;
        foreach (float value in values)
        {
            if (!float.IsFinite(value))
            {
                notFinite++;
                continue;
            }

            double exact = value;
            minimum = Math.Min(minimum, exact);
            maximum = Math.Max(maximum, exact);
            sum += exact;
            squares += exact * exact;
            counts[BucketOf(exact)]++;
        }

        (Count, NotFinite, Sum, SumOfSquares) = (values.Length - notFinite, notFinite, sum, squares);
        (Minimum, Maximum) = Count == 0 ? (0, 0) : (minimum, maximum);
    }

    /// <summary>
    /// The limits and the counts as an event has them: buckets of none that follow one another are one; of no number at all there is one.
    /// </summary>
    public (ReadOnlyMemory<double> Limits, ReadOnlyMemory<double> Counts) Used()
    {
        int used = 0;
        for (int bucket = 0; bucket < counts.Length; bucket++)
        {
            if (used > 0 && counts[bucket] == 0 && usedCounts[used - 1] == 0)
                used--;
            (usedLimits[used], usedCounts[used]) = (AllLimits[bucket], counts[bucket]);
            used++;
        }

        return (usedLimits.AsMemory(0, used), usedCounts.AsMemory(0, used));
    }

    /// <summary>The bucket of a number: the first whose limit is above it.</summary>
    public static int BucketOf(double value)
    {
        int low = 0, high = AllLimits.Length - 1;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (value < AllLimits[middle])
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    private static double[] MakeLimits()
    {
        var above = new List<double>();
        for (double limit = 1e-12; limit < 1e20; limit *= 1.1)
            above.Add(limit);
        above.Add(double.MaxValue);
        return [.. above.AsEnumerable().Reverse().Select(limit => -limit), 0, .. above];
    }
}
