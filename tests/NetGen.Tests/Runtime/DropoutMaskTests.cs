using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

public class DropoutMaskTests
{
    [Fact]
    public void Every_width_gives_the_same_mask() => EveryWidth.Run(SameMask<SimdScalar, float>);

    [Fact]
    public void Every_width_draws_the_same_numbers() => EveryWidth.Run(SameNumbers<SimdScalar, float>);

    /// <summary>In 64 equal parts between -1 and 1 there are equally many; mean and variance are those of such numbers.</summary>
    /// <summary>Of the ends the normal distribution's inverse would be infinite, and one number in millions would be one of them.</summary>
    [Fact]
    public void No_drawn_number_is_an_end()
    {
        const uint Count = 1 << 26;
        (float least, float greatest) = (0, 0);
        for (uint i = 0; i < Count; i++)
        {
            float number = DropoutMask.Draw1(99, i);
            (least, greatest) = (Math.Min(least, number), Math.Max(greatest, number));
        }

        const float Largest = 1 - (1f / (1 << 22));
        Assert.Equal((-Largest, Largest), (least, greatest));
    }

    [Fact]
    public void Drawn_numbers_are_uniform()
    {
        const int Count = 1_000_000, Parts = 64;
        uint key = DropoutMask.Key(17, 0, 5);
        var counts = new int[Parts];
        double sum = 0, squares = 0;
        for (uint i = 0; i < Count; i++)
        {
            float number = DropoutMask.Draw1(key, i);
            Assert.InRange(number, -1 + (1f / (1 << 23)), 1 - (1f / (1 << 23)));
            counts[(int)Math.Floor((number + 1) * (Parts / 2))]++;
            (sum, squares) = (sum + number, squares + (number * number));
        }

        double deviation = Math.Sqrt(Count / Parts);
        Assert.All(counts, count => Assert.InRange(count, (Count / Parts) - (5 * deviation), (Count / Parts) + (5 * deviation)));
        Assert.InRange(sum / Count, -5 * Math.Sqrt(1.0 / 3 / Count), 5 * Math.Sqrt(1.0 / 3 / Count));
        Assert.InRange(squares / Count, (1.0 / 3) - 0.0015, (1.0 / 3) + 0.0015);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Keeps_its_part(double dropped)
    {
        const int Count = 1_000_000;
        uint threshold = DropoutMask.Threshold(dropped);
        uint key = DropoutMask.Key(17, 0, 5);
        int kept = 0;
        for (uint i = 0; i < Count; i++)
            kept += (int)DropoutMask.Keep1(key, i, threshold);
        double deviation = Math.Sqrt(dropped * (1 - dropped) * Count);
        Assert.InRange(kept, ((1 - dropped) * Count) - (5 * deviation), ((1 - dropped) * Count) + (5 * deviation));
    }

    [Fact]
    public void Keeps_all_at_zero_and_nothing_at_one()
    {
        Assert.Equal(uint.MaxValue, DropoutMask.Threshold(0));
        Assert.Equal(0u, DropoutMask.Threshold(1));
        for (uint i = 0; i < 100_000; i++)
        {
            Assert.Equal(1f, DropoutMask.Keep1(99, i, uint.MaxValue));
            Assert.Equal(0f, DropoutMask.Keep1(99, i, 0));
        }
    }

    // Two masks of independent coins at one half agree in half of their elements; five standard deviations leave one false alarm in two
    // million.
    [Theory]
    [InlineData(0, 0, 0, 1)]
    [InlineData(0, 0, 0, 2)]
    [InlineData(0, 1, 0, 0)]
    [InlineData(1, 0, 0, 0)]
    [InlineData(0, 0, 1, 0)]
    [InlineData(0, 0, 2, 0)]
    [InlineData(0, 0, 16, 0)]
    [InlineData(0, 1, 1, 1)]
    public void Steps_sites_samples_and_neighbours_are_independent(int step, int site, int shift, int sample)
    {
        const int Count = 400_000;
        uint threshold = DropoutMask.Threshold(0.5);
        uint first = DropoutMask.Key(1000, 3, 7);
        uint second = DropoutMask.Key(1000 + (ulong)step, 3 + site, 7 + sample);
        int equal = 0;
        for (uint i = 0; i < Count; i++)
        {
            if (DropoutMask.Keep1(first, i, threshold) == DropoutMask.Keep1(second, i + (uint)shift, threshold))
                equal++;
        }

        double deviation = Math.Sqrt(Count) / 2;
        Assert.InRange(equal, (Count / 2) - (5 * deviation), (Count / 2) + (5 * deviation));
    }

    [Fact]
    public void Each_element_is_kept_equally_often_over_many_samples()
    {
        const int Samples = 20_000;
        uint threshold = DropoutMask.Threshold(0.5);
        var kept = new int[64];
        for (int sample = 0; sample < Samples; sample++)
        {
            uint key = DropoutMask.Key(5, 0, sample);
            for (int i = 0; i < kept.Length; i++)
                kept[i] += (int)DropoutMask.Keep1(key, (uint)i, threshold);
        }

        double deviation = Math.Sqrt(Samples) / 2;
        Assert.All(kept, count => Assert.InRange(count, (Samples / 2) - (5 * deviation), (Samples / 2) + (5 * deviation)));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Refuses_what_is_no_probability(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => DropoutMask.Threshold(probability));

    private static void SameNumbers<S, V>()
        where S : ISimd<V>
        where V : struct
    {
        float[] lanes = new float[S.Lanes];
        for (uint index = 0; index < 4096; index += (uint)S.Lanes)
        {
            uint key = DropoutMask.Key(index, 2, 3);
            S.Store(S.Draw(key, index), ref lanes[0]);
            for (uint lane = 0; lane < S.Lanes; lane++)
                Assert.Equal(DropoutMask.Draw1(key, index + lane), lanes[lane]);
        }
    }

    private static void SameMask<S, V>()
        where S : ISimd<V>
        where V : struct
    {
        float[] lanes = new float[S.Lanes];
        uint threshold = DropoutMask.Threshold(0.4);
        for (uint index = 0; index < 4096; index += (uint)S.Lanes)
        {
            uint key = DropoutMask.Key(index, 2, 3);
            S.Store(S.Keep(key, index, threshold), ref lanes[0]);
            for (uint lane = 0; lane < S.Lanes; lane++)
                Assert.Equal(DropoutMask.Keep1(key, index + lane, threshold), lanes[lane]);
        }
    }
}
