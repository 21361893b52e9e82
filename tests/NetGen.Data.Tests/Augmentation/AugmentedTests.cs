// The training here takes milliseconds; passing the test run's own token to it would say nothing.
#pragma warning disable xUnit1051

using System.Security.Cryptography;
using System.Runtime.InteropServices;

namespace NetGen.Data.Tests.Augmentation;

public class AugmentedTests
{
    private const int Channels = 2, Height = 9, Width = 11;

    [Fact]
    public void Without_options_nothing_changes() => Assert.Equal(Copy(Images()), Copy(new Augmented(Images())));

    [Fact]
    public void A_sample_depends_on_seed_epoch_and_index_alone()
    {
        IDataSet data = All(seed: 3);
        float[] together = Copy(data);
        float[] one = new float[data.SampleSize];
        data.CopySamples([5], one);
        Assert.Equal(together[(5 * data.SampleSize)..(6 * data.SampleSize)], one);
        data.OfEpoch(0).CopySamples([5], one);
        Assert.Equal(together[(5 * data.SampleSize)..(6 * data.SampleSize)], one);
        Assert.Equal(Copy(data.OfEpoch(7)), Copy(data.OfEpoch(2).OfEpoch(7)));
        Assert.NotEqual(together, Copy(data.OfEpoch(1)));
        Assert.NotEqual(together, Copy(All(seed: 4)));
    }

    [Fact]
    public void Threads_do_not_disturb_each_other()
    {
        IDataSet data = All(seed: 3);
        float[] expected = Copy(data);
        var all = new float[16][];
        Parallel.For(0, all.Length, i => all[i] = Copy(data));
        Assert.All(all, copied => Assert.Equal(expected, copied));
    }

    // The same bits on every machine: a change of this hash is a change of what a seed gives.
    [Fact]
    public void The_bits_are_those_of_every_machine() => Assert.Equal(
        "1B0250ED136F579D",
        Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<float>(Copy(All(seed: 3).OfEpoch(2)))))[..16]);

    [Fact]
    public void Copying_allocates_nothing()
    {
        IDataSet data = All(seed: 3);
        int[] indices = [1, 4, 2];
        var samples = new float[3 * data.SampleSize];
        var targets = new float[3 * data.TargetSize];
        data.CopySamples(indices, samples);
        data.CopyTargets(indices, targets);
        long before = GC.GetAllocatedBytesForCurrentThread();
        data.CopySamples(indices, samples);
        data.CopyTargets(indices, targets);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void An_even_shift_of_whole_pixels_and_its_resampling_agree()
    {
        // A map that is whole is copied; with a displacement too weak to see, it is resampled.
        float[] moved = Copy(new Augmented(Images(), 1) { Crop = 4, Flip = FlipMode.Random });
        float[] resampled = Copy(new Augmented(Images(), 1) { Crop = 4, Flip = FlipMode.Random, Elastic = 1e-9 });
        for (int i = 0; i < moved.Length; i++)
            Assert.Equal(moved[i], resampled[i], 1e-3f);
        Assert.NotEqual(Copy(Images()), moved);
    }

    [Theory]
    [InlineData(FlipMode.Random, false)]
    [InlineData(FlipMode.Alternating, true)]
    public void Flips_mirror_about_half_of_the_images(FlipMode flip, bool alternates)
    {
        IDataSet data = new Augmented(Images(200), 1) { Flip = flip };
        bool[] first = Mirrored(data.OfEpoch(0)), second = Mirrored(data.OfEpoch(1)), third = Mirrored(data.OfEpoch(2));
        Assert.InRange(first.Count(mirrored => mirrored), 70, 130);
        Assert.Equal(alternates, first.Zip(second).All(pair => pair.First != pair.Second));
        Assert.Equal(alternates, first.SequenceEqual(third));

        static bool[] Mirrored(IDataSet data)
        {
            float[] plain = Copy(Images(200)), copied = Copy(data);
            return [.. Enumerable.Range(0, 200).Select(i =>
            {
                ReadOnlySpan<float> row = copied.AsSpan(i * data.SampleSize, Width), from = plain.AsSpan(i * data.SampleSize, Width);
                float[] reversed = [.. from.ToArray().Reverse()];
                Assert.True(row.SequenceEqual(from) || row.SequenceEqual(reversed));
                return row.SequenceEqual(reversed);
            })];
        }
    }

    [Fact]
    public void A_quarter_turn_takes_rows_to_columns()
    {
        AffineMap map = AffineMap.Of(5, 5, degrees: 90, shear: 0, scale: 1, shiftX: 0, shiftY: 0);
        float[] image = [.. Enumerable.Range(0, 25).Select(i => (float)i)];
        float[] expected = new float[25];
        for (int y = 0; y < 5; y++)
            for (int x = 0; x < 5; x++)
                expected[(x * 5) + 4 - y] = image[(y * 5) + x];
        new ImageWarp(1, 5, 5, fill: null, elastic: null).Apply(image, map, 0);
        for (int i = 0; i < 25; i++)
            Assert.Equal(expected[i], image[i], 1e-4f);
    }

    [Theory]
    [InlineData(17, 12, 1.1, 1.5, -0.75, null)]
    [InlineData(-30, 0, 0.8, 0, 0, -2f)]
    [InlineData(0, -20, 1, -3.25, 8, 0f)]
    public void Resampling_is_the_formula(double degrees, double shear, double scale, double shiftX, double shiftY, float? fill)
    {
        float[] image = Copy(Images(1)), expected = new float[image.Length];
        (double sin, double cos) = Math.SinCos(degrees * Math.PI / 180);
        double slant = Math.Tan(shear * Math.PI / 180), middleX = (Width - 1) / 2.0, middleY = (Height - 1) / 2.0;
        for (int c = 0; c < Channels; c++)
        {
            for (int y = 0; y < Height; y++)
            {
                for (int x = 0; x < Width; x++)
                {
                    // Back from the result: unshift, unscale, rotate back, straighten.
                    double u = (x - middleX - shiftX) / scale, v = (y - middleY - shiftY) / scale;
                    (u, v) = ((cos * u) + (sin * v), (-sin * u) + (cos * v));
                    u -= slant * v;
                    double sourceX = Math.Clamp(u + middleX, -1, Width), sourceY = Math.Clamp(v + middleY, -1, Height);
                    int left = (int)Math.Floor(sourceX), top = (int)Math.Floor(sourceY);
                    double partX = sourceX - left, partY = sourceY - top;
                    expected[(((c * Height) + y) * Width) + x] = (float)(
                        (Pixel(c, top, left) * (1 - partX) * (1 - partY)) + (Pixel(c, top, left + 1) * partX * (1 - partY))
                        + (Pixel(c, top + 1, left) * (1 - partX) * partY) + (Pixel(c, top + 1, left + 1) * partX * partY));
                }
            }
        }

        float[] resampled = [.. image];
        new ImageWarp(Channels, Height, Width, fill, elastic: null)
            .Apply(resampled, AffineMap.Of(Width, Height, degrees, shear, scale, shiftX, shiftY), 0);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], resampled[i], 2e-4f);

        float Pixel(int c, int y, int x) => fill is float value && (x < 0 || y < 0 || x >= Width || y >= Height)
            ? value : image[(((c * Height) + Math.Clamp(y, 0, Height - 1)) * Width) + Math.Clamp(x, 0, Width - 1)];
    }

    [Theory]
    [InlineData(11, 9, 34, 4)]
    [InlineData(40, 3, 8, 1.5)]
    public void An_elastic_field_is_smoothed_noise(int width, int height, double strength, double smoothing)
    {
        var elastic = new ElasticField(width, height, strength, smoothing);
        var field = new float[height * elastic.Stride];
        elastic.Draw(12345, field);
        int radius = (int)Math.Ceiling(3 * smoothing);
        double[] gaussian = [.. Enumerable.Range(-radius, (2 * radius) + 1).Select(k => Math.Exp(-k * k / (2 * smoothing * smoothing)))];
        double sum = gaussian.Sum();
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                double expected = 0;
                for (int j = Math.Max(0, y - radius); j <= Math.Min(height - 1, y + radius); j++)
                {
                    for (int i = Math.Max(0, x - radius); i <= Math.Min(width - 1, x + radius); i++)
                    {
                        double weight = gaussian[j - y + radius] * gaussian[i - x + radius] / (sum * sum);
                        expected += weight * NetGen.Runtime.DropoutMask.Draw1(12345, (uint)((j * elastic.Stride) + i));
                    }
                }

                Assert.Equal(expected * strength, field[(y * elastic.Stride) + x], 1e-4 * strength);
            }
        }
    }

    [Fact]
    public void Noise_is_normal()
    {
        float[] values = new float[100_003];
        NormalNoise.Add(values, key: 99, deviation: 2);
        double mean = values.Average(), square = values.Average(value => value * value), fourth = values.Average(v => v * v * v * v);
        Assert.Equal(0, mean, 0.03);
        Assert.Equal(4, square, 0.08);
        Assert.Equal(48, fourth, 2.5);
        float[] sorted = [.. values.Order()];
        Assert.Equal(-1.959964 * 2, sorted[(int)(0.025 * values.Length)], 0.06);
        Assert.Equal(3.090232 * 2, sorted[(int)(0.999 * values.Length)], 0.25);
    }

    [Fact]
    public void Cutout_sets_a_square_to_zero()
    {
        float[] plain = Copy(Images()), copied = Copy(new Augmented(Images(), 2) { Cutout = 4 });
        int size = Channels * Height * Width;
        for (int i = 0; i < plain.Length; i += size)
        {
            int[] cut = [.. Enumerable.Range(0, size).Where(j => copied[i + j] != plain[i + j])];
            Assert.All(cut, j => Assert.Equal(0, copied[i + j]));
            Assert.InRange(cut.Length, 8, 32);
        }
    }

    [Fact]
    public void Mixup_mixes_images_and_labels_alike()
    {
        ArrayDataSet images = Images();
        IDataSet data = new Augmented(images, 5) { Mixup = 0.5 };
        Assert.Equal((0, 0, 3), (data.Classes, data.LabelsPerSample, data.TargetSize));
        float[] plain = Copy(images), copied = Copy(data), targets = new float[images.Count * 3];
        int[] labels = new int[images.Count], indices = [.. Enumerable.Range(0, images.Count)];
        images.CopyLabels(indices, labels);
        data.CopyTargets(indices, targets);
        int size = data.SampleSize, mixed = 0;
        for (int i = 0; i < images.Count; i++)
        {
            // The partner and the weight are found by the image, and must be those of the target.
            bool isFound = false;
            for (int partner = 0; partner < images.Count && !isFound; partner++)
            {
                float distance = plain[i * size] - plain[partner * size];
                float weight = distance == 0 ? 1 : (copied[i * size] - plain[partner * size]) / distance;
                if (weight is < -0.001f or > 1.001f)
                    continue;
                float[] expected = new float[3];
                expected[labels[i]] += weight;
                expected[labels[partner]] += 1 - weight;
                isFound = Enumerable.Range(0, size).All(
                        j => Math.Abs(Mixed(plain[(i * size) + j], plain[(partner * size) + j], weight) - copied[(i * size) + j]) < 1e-3)
                    && Enumerable.Range(0, 3).All(c => Math.Abs(expected[c] - targets[(i * 3) + c]) < 1e-2);
                mixed += isFound && weight < 0.99f ? 1 : 0;
            }

            Assert.True(isFound, $"sample {i}");
        }

        Assert.InRange(mixed, images.Count / 2, images.Count);
        Assert.Throws<NotSupportedException>(() => data.CopyLabels([0], new int[1]));

        static float Mixed(float own, float partners, float weight) => (weight * own) + ((1 - weight) * partners);
    }

    /// <summary>The weight and the further input are pixels of the image, so that they are mixed alike.</summary>
    [Fact]
    public void Mixup_mixes_weights_and_further_inputs_alike()
    {
        var inner = new WithMore(Images());
        IDataSet plain = new Augmented(inner, 5), data = new Augmented(inner, 5) { Mixup = 0.5 };
        int[] indices = [.. Enumerable.Range(0, data.Count)];
        float[] copied = Copy(data), weights = new float[data.Count], more = new float[data.Count * WithMore.Size];
        data.CopyWeights(indices, weights);
        data.CopyInput("more", indices, more);
        for (int i = 0; i < data.Count; i++)
        {
            ReadOnlySpan<float> image = copied.AsSpan(i * data.SampleSize, data.SampleSize);
            Assert.Equal(image[0] + 10, weights[i], 1e-5);
            Assert.Equal(image[..WithMore.Size], more.AsSpan(i * WithMore.Size, WithMore.Size));
        }

        float[] unmixed = new float[data.Count];
        plain.CopyWeights(indices, unmixed);
        Assert.InRange(indices.Count(i => Math.Abs(unmixed[i] - weights[i]) > 1e-3), data.Count / 2, data.Count);
        Assert.Contains("tokens of the input 'words', which Mixup cannot mix",
            Assert.Throws<NotSupportedException>(() => data.CopyInput("words", [0], new int[1])).Message, StringComparison.Ordinal);
        Assert.Contains("lengths of the input 'more', which Mixup cannot mix",
            Assert.Throws<NotSupportedException>(() => data.CopyLengths("more", [0], new int[1])).Message, StringComparison.Ordinal);
        plain.CopyInput("words", [0], new int[1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.2)]
    [InlineData(0.001)]
    public void The_weight_of_mixup_has_the_moments_of_a_beta_distribution(double alpha)
    {
        const int Count = 20_000;
        var random = new SampleRandom(1, 2, 3);
        double[] weights = [.. Enumerable.Range(0, Count).Select(_ => (double)Mixing.Draw(ref random, 10, alpha).Weight)];
        Assert.Equal(0.5, weights.Average(), 0.015);
        Assert.Equal(1 / (4 * ((2 * alpha) + 1)), weights.Average(weight => (weight - 0.5) * (weight - 0.5)), 0.005);
        Assert.All(weights, weight => Assert.InRange(weight, 0, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    [InlineData(-45)]
    [InlineData(90)]
    [InlineData(-180)]
    [InlineData(1234.5)]
    public void Sine_and_cosine_are_exact(double degrees)
    {
        (double sin, double cos) = Angle.SinCos(degrees);
        Assert.Equal(Math.Sin(degrees * Math.PI / 180), sin, 1e-13);
        Assert.Equal(Math.Cos(degrees * Math.PI / 180), cos, 1e-13);
    }

    [Fact]
    public void Channels_that_come_last_are_transposed_first()
    {
        var data = new Last(Images());
        Assert.False(new Augmented(data).CopiesChannelsLast);
        Assert.Equal(
            Copy(new Augmented(Images(), 3) { Rotate = 20, Fill = 1 }), Copy(new Augmented(data, 3) { Rotate = 20, Fill = 1 }));
    }

    [Fact]
    public void Mixed_labels_train_a_network_with_cross_entropy()
    {
        var network = new SmallReader(seed: 1);
        IDataSet data = new Augmented(Images(60), 1) { Mixup = 0.2, Shift = 1 };
        IReadOnlyList<EpochResult> results = network.Fit(data, new Adam(0.01), epochs: 4, batchSize: 16, threads: 1);
        Assert.True(results[^1].Loss < results[0].Loss);
    }

    [Fact]
    public void Wrong_arguments_say_what_was_expected_and_what_came()
    {
        Assert.Contains("[channels, height, width]", Assert.Throws<ArgumentException>(
            () => new Augmented(new ArrayDataSet([[1, 2]], new int[] { 0 }, classes: 2))).Message, StringComparison.Ordinal);
        Assert.Contains("0 to 180 as Rotate; got -1", Assert.Throws<ArgumentOutOfRangeException>(
            () => new Augmented(Images()) { Rotate = -1 }).Message, StringComparison.Ordinal);
        Assert.Contains("got NaN", Assert.Throws<ArgumentOutOfRangeException>(
            () => new Augmented(Images()) { Noise = double.NaN }).Message, StringComparison.Ordinal);
        Assert.Contains("0 to 1 as Mixup; got 2", Assert.Throws<ArgumentOutOfRangeException>(
            () => new Augmented(Images()) { Mixup = 2 }).Message, StringComparison.Ordinal);
        var masks = new ArrayDataSet(new float[2 * 9], new int[18], classes: 2, shape: [1, 3, 3]);
        Assert.Contains("9 labels a sample, which Rotate would leave", Assert.Throws<ArgumentException>(
            () => new Augmented(masks) { Rotate = 5 }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_a_set_is_changed_with_the_epoch_too()
    {
        IDataSet whole = All(seed: 1), part = whole.Subset([3, 5]);
        float[] ofWhole = new float[2 * whole.SampleSize], ofPart = new float[ofWhole.Length], before = new float[ofWhole.Length];
        whole.OfEpoch(2).CopySamples([3, 5], ofWhole);
        part.OfEpoch(2).CopySamples([0, 1], ofPart);
        part.OfEpoch(1).CopySamples([0, 1], before);
        Assert.Equal(ofWhole, ofPart);
        Assert.NotEqual(before, ofPart);
        IDataSet joined = part.Concat(part);
        joined.OfEpoch(2).CopySamples([2, 3], ofPart);
        Assert.Equal(ofWhole, ofPart);
    }

    private static IDataSet All(int seed) => new Augmented(Images(), seed)
    {
        Rotate = 10, Shift = 2, Scale = 0.1, Shear = 5, Elastic = 8, ElasticSmoothing = 2, Crop = 1, Flip = FlipMode.Random, Cutout = 3,
        Noise = 0.1, Mixup = 0.4,
    };

    private static ArrayDataSet Images(int count = 12)
    {
        var random = new Random(1);
        int[] labels = [.. Enumerable.Range(0, count).Select(_ => random.Next(3))];
        float[] pixels = [.. labels.SelectMany(
            label => Enumerable.Range(0, Channels * Height * Width).Select(i => (random.NextSingle() * 2) - 1 + (i % 3 == label ? 2 : 0)))];
        return new ArrayDataSet(pixels, labels, classes: 3, shape: [Channels, Height, Width]);
    }

    private static float[] Copy(IDataSet data)
    {
        var copied = new float[data.Count * data.SampleSize];
        data.CopySamples([.. Enumerable.Range(0, data.Count)], copied);
        return copied;
    }

    /// <summary>Images with weights, an input of numbers and one of tokens.</summary>
    private sealed class WithMore(ArrayDataSet inner) : WrappedDataSet(inner)
    {
        public const int Size = 3;

        public override bool HasWeights => true;

        public override void CopyWeights(ReadOnlySpan<int> indices, Span<float> destination)
        {
            float[] pixels = Copy(Inner);
            for (int i = 0; i < indices.Length; i++)
                destination[i] = pixels[indices[i] * SampleSize] + 10;
        }

        public override void CopyInput(string name, ReadOnlySpan<int> indices, Span<float> destination)
        {
            float[] pixels = Copy(Inner);
            for (int i = 0; i < indices.Length; i++)
                pixels.AsSpan(indices[i] * SampleSize, Size).CopyTo(destination[(i * Size)..]);
        }

        public override void CopyInput(string name, ReadOnlySpan<int> indices, Span<int> destination) => destination.Clear();

        protected internal override WrappedDataSet Around(IDataSet inner) => new WithMore((ArrayDataSet)inner);
    }

    private sealed class Last(ArrayDataSet inner) : IDataSet
    {
        public string Name => "last";

        public int Count => inner.Count;

        public int SampleSize => inner.SampleSize;

        public int Classes => inner.Classes;

        public int LabelsPerSample => 1;

        public ReadOnlySpan<int> Shape => inner.Shape;

        public bool? CopiesChannelsLast => true;

        public void CopySamples(ReadOnlySpan<int> indices, Span<float> destination)
        {
            var first = new float[destination.Length];
            inner.CopySamples(indices, first);
            for (int i = 0; i < destination.Length; i++)
            {
                int sample = i / SampleSize, within = i % SampleSize;
                destination[(sample * SampleSize) + (within % (Height * Width) * Channels) + (within / (Height * Width))] = first[i];
            }
        }

        public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination) => inner.CopyLabels(indices, destination);

        public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination) => inner.CopyTargets(indices, destination);
    }
}

[Network]
[Input(2, 9, 11)]
[Conv2d(4, 3), ReLU, Flatten]
[Linear(3)]
[CrossEntropy]
public partial class SmallReader;
