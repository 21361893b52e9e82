using MnistTrainer.Digits;
using MnistTrainer.Tests.Photographs;
using NetGen;
using NetGen.Data;
using NetGen.Tests.Data;

namespace MnistTrainer.Tests.Digits;

public sealed class DigitFinderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Mnist set = SyntheticDigits.Draw(40, seed: 3);

    public void Dispose() => folder.Dispose();

    /// <summary>An image of the set, enlarged onto paper with uneven light, comes back as it was.</summary>
    [Fact]
    public void What_is_photographed_comes_back_as_it_was()
    {
        var photograph = new Photograph(280) { Shade = 0.4, Noise = 4, Pen = (30, 40, 140) };
        var chalk = new Photograph(280) { Pen = (240, 240, 240), Paper = (30, 45, 40), Noise = 4 };
        for (int i = 0; i < 6; i++)
        {
            byte[] original = set.Pixels(i).ToArray();
            string name = Path.Combine(folder.Path, $"{i}");
            FoundDigit dark = Find(photograph.Write(new ImageGlyph(original, 110), name))!;
            FoundDigit light = Find(chalk.Write(new ImageGlyph(original, 110), name))!;

            Assert.True(dark.IsDarkOnLight);
            Assert.False(light.IsDarkOnLight);
            Assert.True(Correlation(original, dark.Pixels) > 0.9, $"{i}: {Correlation(original, dark.Pixels):F3}");
            Assert.True(Correlation(dark.Pixels, light.Pixels) > 0.97, $"{i}: {Correlation(dark.Pixels, light.Pixels):F3}");
        }
    }

    /// <summary>The longer side has 20 pixels, and the centre of mass lies in the middle, wherever the digit lay.</summary>
    [Fact]
    public void A_digit_is_scaled_and_centred_as_those_of_MNIST()
    {
        var picture = new GreyImage(200, 150, [.. Enumerable.Repeat(250f, 200 * 150)]);
        for (int y = 20; y < 80; y++)
            for (int x = 140; x < 155; x++)
                picture[x, y] = 20;
        byte[] pixels = DigitFinder.Find(picture)!.Pixels;

        int[] rows = [.. Enumerable.Range(0, 28).Where(y => Enumerable.Range(0, 28).Any(x => pixels[(y * 28) + x] > 127))];
        int[] columns = [.. Enumerable.Range(0, 28).Where(x => Enumerable.Range(0, 28).Any(y => pixels[(y * 28) + x] > 127))];
        Assert.Equal((4, 23), (rows[0], rows[^1]));
        Assert.InRange(columns.Length, 4, 6);
        Assert.InRange((columns[0] + columns[^1]) / 2.0, 13, 14);
    }

    [Fact]
    public void Specks_and_lines_are_no_part_of_a_digit()
    {
        var clean = new GreyImage(200, 200, [.. Enumerable.Repeat(240f, 200 * 200)]);
        Fill(clean, 90, 60, 12, 80);
        GreyImage dirty = clean with { Values = [.. clean.Values] };
        Fill(dirty, 20, 20, 3, 3);
        Fill(dirty, 170, 150, 4, 3);
        Fill(dirty, 0, 180, 200, 3);

        Assert.Equal(DigitFinder.Find(clean)!.Pixels, DigitFinder.Find(dirty)!.Pixels);

        static void Fill(GreyImage image, int left, int top, int width, int height)
        {
            for (int y = top; y < top + height; y++)
                for (int x = left; x < left + width; x++)
                    image[x, y] = 30;
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0)]
    [InlineData(0, 10)]
    [InlineData(0.5, 10)]
    public void A_blank_page_has_no_digit(double shade, double noise) =>
        Assert.Null(Find(new Photograph(200) { Shade = shade, Noise = noise }.Write(new Nothing(), Path.Combine(folder.Path, "blank"))));

    /// <summary>A small network that has learnt drawn digits reads most of them; one that has learnt MNIST reads more.</summary>
    [Fact]
    public void Photographs_are_read()
    {
        Mnist train = SyntheticDigits.Draw(12_000, seed: 1);
        var network = new Models.LeNet(seed: 1);
        network.Fit(
            train, new Adam(3e-3), epochs: 2, batchSize: 64, seed: 1, cancellation: TestContext.Current.CancellationToken);
        int[] indices = [.. Enumerable.Range(0, 10).Select(digit => Enumerable.Range(0, set.Count).First(i => set.Label(i) == digit))];
        int right = CountRead(network, TwentyPhotographs.Write(folder.Path, digit => set.Pixels(indices[digit]).ToArray()));
        Assert.True(right >= 18, $"{right} of 20 photographs were read");
    }

    /// <summary>With MNIST's files in a folder and weights that the trainer has saved.</summary>
    [Fact]
    public void Photographs_of_MNIST_are_read_by_what_has_learnt_it()
    {
        string? data = Environment.GetEnvironmentVariable("NETGEN_MNIST"), weights = Environment.GetEnvironmentVariable("NETGEN_WEIGHTS");
        Assert.SkipWhen(data is null || weights is null, "NETGEN_MNIST names MNIST's folder, NETGEN_WEIGHTS weights of the trainer");
        var test = Mnist.Test(data!);
        string pictures = Environment.GetEnvironmentVariable("NETGEN_PHOTOGRAPHS") ?? folder.Path;
        int[] indices = [.. Enumerable.Range(0, 10).Select(digit => Enumerable.Range(100, 900).First(i => test.Label(i) == digit))];
        int right = CountRead(
            Models.WeightsFile.Open(weights!).Load(model: null),
            TwentyPhotographs.Write(pictures, digit => test.Pixels(indices[digit]).ToArray()));
        Assert.True(right >= 18, $"{right} of 20 photographs were read");
    }

    private static FoundDigit? Find(string path)
    {
        GreyPicture picture = GreyPicture.Read(path);
        return DigitFinder.Find(GreyImage.Of(picture.Width, picture.Height, picture.Pixels));
    }

    private static int CountRead(Network network, IReadOnlyList<(int Digit, string Path)> photographs)
    {
        int right = 0;
        foreach ((int digit, string path) in photographs)
        {
            if (Find(path) is not { } found)
            {
                TestContext.Current.TestOutputHelper?.WriteLine($"{Path.GetFileName(path)}: no digit");
                continue;
            }

            float[] sample = [.. found.Pixels.Select(pixel => ((pixel / 255f) - Mnist.Mean) / Mnist.StandardDeviation)];
            float[] scores = network.Predict(sample);
            int predicted = Array.IndexOf(scores, scores.Max());
            right += predicted == digit ? 1 : 0;
            if (predicted != digit)
                TestContext.Current.TestOutputHelper?.WriteLine($"{Path.GetFileName(path)}: predicted {predicted}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{right} of {photographs.Count} were read");
        return right;
    }

    private static double Correlation(byte[] first, byte[] second)
    {
        double meanOfFirst = first.Average(value => value), meanOfSecond = second.Average(value => value);
        double Sum(Func<double, double, double> term) =>
            first.Zip(second, (one, other) => term(one - meanOfFirst, other - meanOfSecond)).Sum();
        return Sum((one, other) => one * other) / Math.Sqrt(Sum((one, _) => one * one) * Sum((_, other) => other * other));
    }

    private sealed class Nothing : IGlyph
    {
        public bool HasInk(double x, double y) => false;
    }
}
