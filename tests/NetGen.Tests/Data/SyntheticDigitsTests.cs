using System.Security.Cryptography;

namespace NetGen.Tests.Data;

public sealed class SyntheticDigitsTests
{
    // Where the real files lie, for the one test that reads them.
    private const string MnistVariable = "NETGEN_MNIST";

    [Fact]
    public void A_seed_names_one_set_on_every_machine()
    {
        Mnist set = SyntheticDigits.Draw(200, seed: 1);
        byte[] all = [.. Enumerable.Range(0, set.Count).SelectMany(i => set.Pixels(i).ToArray().Append((byte)set.Label(i)))];
        Assert.Equal("514b4f8bb2ac74c0", Convert.ToHexStringLower(SHA256.HashData(all))[..16]);
    }

    [Fact]
    public void A_longer_set_begins_with_the_shorter_one()
    {
        Mnist few = SyntheticDigits.Draw(20, seed: 3), many = SyntheticDigits.Draw(90, seed: 3);
        for (int i = 0; i < few.Count; i++)
        {
            Assert.Equal(few.Label(i), many.Label(i));
            Assert.True(few.Pixels(i).SequenceEqual(many.Pixels(i)));
        }
    }

    [Fact]
    public void No_two_images_are_alike()
    {
        var images = new HashSet<string>();
        foreach (Mnist set in new[] { SyntheticDigits.Draw(500, seed: 1), SyntheticDigits.Draw(500, seed: 2) })
        {
            for (int i = 0; i < set.Count; i++)
                Assert.True(images.Add(Convert.ToBase64String(set.Pixels(i))));
        }
    }

    [Fact]
    public void Digits_are_inked_fitted_and_centred_as_mnists_are()
    {
        Mnist set = SyntheticDigits.Draw(1000, seed: 4);
        Assert.Equal("synthetic", set.Name);
        var counts = new int[10];
        double total = 0;
        for (int i = 0; i < set.Count; i++)
        {
            counts[set.Label(i)]++;
            ReadOnlySpan<byte> image = set.Pixels(i);
            int left = 28, right = -1, top = 28, bottom = -1;
            double mass = 0, momentX = 0, momentY = 0;
            for (int at = 0; at < image.Length; at++)
            {
                if (image[at] == 0)
                    continue;
                int x = at % 28, y = at / 28;
                (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
                mass += image[at];
                momentX += image[at] * (x + 0.5);
                momentY += image[at] * (y + 0.5);
            }

            // The edge's grey and the slow change of the pen's width reach at most two pixels beyond the box.
            Assert.InRange(Math.Max(right - left, bottom - top) + 1, 17, 24);
            Assert.InRange(momentX / mass, 13.3, 14.7);
            Assert.InRange(momentY / mass, 13.3, 14.7);
            total += mass / 255 / image.Length;
        }

        Assert.All(counts, count => Assert.InRange(count, 60, 140));
        Assert.InRange(total / set.Count, 0.11, 0.16);
    }

    [Fact]
    public void A_digit_is_known_by_its_nearest_neighbours() =>
        Assert.InRange(PartReadByNearestNeighbour(SyntheticDigits.Draw(4000, seed: 1), SyntheticDigits.Draw(300, seed: 2), 300), 0.85, 1.0);

    [Fact]
    public void Real_digits_are_read_by_their_nearest_drawn_neighbours()
    {
        string? folder = Environment.GetEnvironmentVariable(MnistVariable);
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"{MnistVariable} does not name a folder with the real files.");
        Assert.InRange(PartReadByNearestNeighbour(SyntheticDigits.Draw(4000, seed: 1), Mnist.Test(folder!), 500), 0.75, 1.0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void An_impossible_number_is_refused(int count) =>
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticDigits.Draw(count, seed: 1)).ParamName);

    private static double PartReadByNearestNeighbour(Mnist known, Mnist unknown, int count)
    {
        int right = 0;
        for (int i = 0; i < count; i++)
        {
            int nearest = 0;
            long least = long.MaxValue;
            for (int j = 0; j < known.Count; j++)
            {
                long distance = SquaredDistance(unknown.Pixels(i), known.Pixels(j));
                if (distance < least)
                    (least, nearest) = (distance, j);
            }

            right += known.Label(nearest) == unknown.Label(i) ? 1 : 0;
        }

        TestContext.Current.SendDiagnosticMessage("{0} of {1} digits of '{2}' read", right, count, unknown.Name);
        return (double)right / count;
    }

    private static long SquaredDistance(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        int sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }
}
