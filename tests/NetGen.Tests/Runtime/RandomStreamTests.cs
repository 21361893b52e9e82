using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

public class RandomStreamTests
{
    [Fact]
    public void The_numbers_of_a_seed_never_change()
    {
        // Written down once from this generator: files and results of users depend on them.
        var random = new RandomStream(seed: 1, stream: 2);
        ulong[] first = [random.NextUInt64(), random.NextUInt64(), random.NextUInt64()];
        Assert.Equal([2204401438702723894, 9797876320732109764, 10078656343648436883], first);
    }

    [Fact]
    public void Many_numbers_at_once_are_those_that_come_one_by_one()
    {
        RandomStream many = new(seed: 7, stream: 3), single = new(seed: 7, stream: 3);
        var values = new float[1000];
        many.FillUniform(values, 0.3f);
        Assert.All(values, value => Assert.Equal(((single.NextSingle() * 2) - 1) * 0.3f, value));
        Assert.Equal(single.NextUInt64(), many.NextUInt64());
    }

    [Fact]
    public void Many_normal_numbers_at_once_are_those_that_come_one_by_one()
    {
        RandomStream many = new(seed: 7, stream: 3), single = new(seed: 7, stream: 3);
        var values = new float[1000];
        many.FillNormal(values, 0.25f, 3);
        Assert.All(values, value => Assert.Equal(0.25f + (3 * single.NextNormal()), value));
        Assert.Equal(single.NextUInt64(), many.NextUInt64());
    }

    [Fact]
    public void Indices_are_evenly_spread()
    {
        var random = new RandomStream(0, 0);
        var counts = new int[7];
        for (int i = 0; i < 70_000; i++)
            counts[random.NextIndex(7)]++;
        Assert.All(counts, count => Assert.InRange(count, 9_500, 10_500));
    }

    [Fact]
    public void Normal_numbers_have_mean_zero_and_variance_one()
    {
        var random = new RandomStream(3, 4);
        double sum = 0, squares = 0;
        const int Count = 200_000;
        for (int i = 0; i < Count; i++)
        {
            double x = random.NextNormal();
            (sum, squares) = (sum + x, squares + (x * x));
        }

        Assert.InRange(sum / Count, -0.012, 0.012);
        Assert.InRange(squares / Count, 0.98, 1.02);
    }

    [Fact]
    public void Streams_and_seeds_differ()
    {
        ulong[] firsts =
        [
            .. from seed in Enumerable.Range(
                0, 50) from stream in Enumerable.Range(0, 50) select new RandomStream((ulong)seed, (ulong)stream).NextUInt64(),
        ];
        Assert.Equal(firsts.Length, firsts.Distinct().Count());
    }
}
