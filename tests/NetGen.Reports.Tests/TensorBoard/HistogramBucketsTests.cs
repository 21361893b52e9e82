namespace NetGen.Reports.Tests.TensorBoard;

public class HistogramBucketsTests
{
    [Fact]
    public void Limits_grow_by_a_tenth_on_both_sides_of_zero()
    {
        double[] limits = HistogramBuckets.Limits.ToArray();
        int zero = Array.IndexOf(limits, 0);
        Assert.Equal(limits.Length / 2, zero);
        Assert.Equal(1e-12, limits[zero + 1]);
        Assert.Equal(double.MaxValue, limits[^1]);
        Assert.InRange(limits[^2], 1e20 / 1.1, 1e20);
        for (int i = zero + 2; i < limits.Length - 1; i++)
            Assert.Equal(limits[i - 1] * 1.1, limits[i]);
        Assert.Equal(limits, limits.Reverse().Select(limit => -limit));
    }

    /// <summary>A limit is not in its own bucket but in the next, as <c>upper_bound</c> has it.</summary>
    [Fact]
    public void A_number_is_below_the_limit_of_its_bucket()
    {
        double[] limits = HistogramBuckets.Limits.ToArray();
        for (int i = 0; i < limits.Length - 1; i++)
        {
            Assert.Equal(i + 1, HistogramBuckets.BucketOf(limits[i]));
            Assert.Equal(i, HistogramBuckets.BucketOf(Math.BitDecrement(limits[i])));
        }
    }

    [Fact]
    public void All_numbers_are_counted_and_empty_buckets_joined()
    {
        var buckets = new HistogramBuckets();
        float[] values = [-2, 0, 0, 0.5f, 1e25f, float.NaN, float.NegativeInfinity];
        buckets.Fill(values);

        Assert.Equal((5, 2), (buckets.Count, buckets.NotFinite));
        Assert.Equal((-2, 1e25f), (buckets.Minimum, buckets.Maximum));
        Assert.Equal(-2 + 0.5 + 1e25f, buckets.Sum);
        Assert.Equal(4 + 0.25 + ((double)1e25f * 1e25f), buckets.SumOfSquares);
        (ReadOnlyMemory<double> limits, ReadOnlyMemory<double> counts) = buckets.Used();
        Assert.Equal([0, 1, 0, 2, 0, 1, 0, 1], counts.ToArray());
        Assert.Equal(HistogramBuckets.Limits[HistogramBuckets.BucketOf(-2)], limits.Span[1]);
        Assert.Equal(0, limits.Span[2]);
        Assert.Equal(1e-12, limits.Span[3]);
        Assert.Equal(double.MaxValue, limits.Span[7]);
        Assert.Equal(limits.ToArray().Order(), limits.ToArray());
    }

    [Fact]
    public void Of_no_number_there_is_one_empty_bucket()
    {
        var buckets = new HistogramBuckets();
        buckets.Fill([float.NaN]);
        (ReadOnlyMemory<double> limits, ReadOnlyMemory<double> counts) = buckets.Used();
        Assert.Equal([double.MaxValue], limits.ToArray());
        Assert.Equal([0], counts.ToArray());
        Assert.Equal((0, 0, 0, 1), (buckets.Minimum, buckets.Maximum, buckets.Count, buckets.NotFinite));
    }
}
