using System.Runtime.Intrinsics;
using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>Pools and resizing beside their obvious loops; a class below for each width.</summary>
public abstract class PoolsTests<S, V>
    where S : ISimd<V>
    where V : struct
{
    private const int Samples = 3, Channels = 16;

    /// <summary>Size, count, kernel, stride, padding, padding after, dilation; stride 0 for adaptive windows.</summary>
    public static TheoryData<int[], int[]> Windows => new()
    {
        { [6, 3, 2, 2, 0, 0, 1], [8, 4, 2, 2, 0, 0, 1] },
        { [7, 4, 3, 2, 1, 1, 1], [5, 3, 3, 2, 1, 1, 1] },
        { [9, 5, 3, 1, 0, 0, 2], [8, 7, 2, 1, 0, 0, 1] },
        { [5, 5, 2, 1, 0, 1, 1], [6, 6, 3, 1, 1, 1, 1] },
        { [6, 4, 3, 2, 2, 2, 2], [7, 3, 2, 3, 1, 1, 3] },
        { [7, 3, 3, 0, 0, 0, 1], [10, 4, 4, 0, 0, 0, 1] },
        { [25, 1, 25, 0, 0, 0, 1], [30, 1, 30, 0, 0, 0, 1] },
        { [2, 1, 2, 2, 0, 0, 1], [700, 1, 700, 700, 0, 0, 1] },
        { [20, 4, 9, 5, 4, 4, 1], [22, 5, 4, 5, 6, 6, 3] },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void The_maximum_and_its_tap_are_those_of_the_obvious_loop(int[] rows, int[] columns)
    {
        var random = new Random(1);
        float[] image = Values(random, rows[0] * columns[0]), output = new float[Samples * rows[1] * columns[1] * Channels],
            argmax = new float[output.Length];
        float[] expected = new float[output.Length], taps = new float[output.Length];
        ForEachWindow(rows, columns, (at, positions) =>
        {
            float max = float.NegativeInfinity;
            foreach ((int tap, int position) in positions)
                if (image[position] > max)
                    (max, taps[at]) = (image[position], tap);
            expected[at] = max;
        });
        Pools.Max<S, V, Unchanged<V>>(
            Image(image, rows[0], columns[0]), Axis(rows), Axis(columns), Image(output, rows[1], columns[1]), ref argmax[0], 0, Samples,
            default);
        Assert.Equal(expected, output);
        Assert.Equal(taps, argmax);

        float[] gradient = Values(random, rows[1] * columns[1]), imageGradient = Values(random, rows[0] * columns[0]),
            expectedGradient = new float[image.Length];
        ForEachWindow(rows, columns, (at, positions) =>
        {
            foreach ((int tap, int position) in positions)
                if (tap == (int)taps[at])
                    expectedGradient[position] += gradient[at];
        });
        PoolGradients.Max<S, V>(
            Image(gradient, rows[1], columns[1]), ref argmax[0], Axis(rows), Axis(columns), Image(imageGradient, rows[0], columns[0]), 0,
            Samples);
        Near(expectedGradient, imageGradient);
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void The_mean_is_that_of_the_obvious_loop(int[] rows, int[] columns)
    {
        foreach (int kind in new[] { 0, 1, 2 })
        {
            // Adaptive windows have no padding, and the divisor of one must not be known before.
            PoolDivisor divisor = kind == 0 ? PoolDivisor.Of(7) : kind == 1 ? PoolDivisor.Positions : PoolDivisor.PositionsWithPadding;
            var random = new Random(2);
            float[] image = Values(random, rows[0] * columns[0]), output = new float[Samples * rows[1] * columns[1] * Channels],
                expected = new float[output.Length];
            float[] gradient = Values(random, rows[1] * columns[1]), imageGradient = Values(random, rows[0] * columns[0]),
                expectedGradient = new float[image.Length];
            ForEachWindow(rows, columns, (at, positions) =>
            {
                int pixel = at / Channels % (rows[1] * columns[1]);
                double number =
                    kind == 0 ? 7 : Extent(rows, pixel / columns[1], kind == 2) * Extent(columns, pixel % columns[1], kind == 2);
                expected[at] = (float)(positions.Sum(tap => (double)image[tap.Position]) / number);
                foreach ((_, int position) in positions)
                    expectedGradient[position] += (float)(gradient[at] / number);
            });
            Pools.Average<S, V, Unchanged<V>>(
                Image(image, rows[0], columns[0]), Axis(rows), Axis(columns), divisor, Image(output, rows[1], columns[1]), 0, Samples,
                default);
            Near(expected, output);
            PoolGradients.Average<S, V>(
                Image(gradient, rows[1], columns[1]), Axis(rows), Axis(columns), divisor, Image(imageGradient, rows[0], columns[0]), 0,
                Samples);
            Near(expectedGradient, imageGradient);
        }
    }

    [Theory]
    [InlineData(5, 10, 0)]
    [InlineData(6, 4, 0)]
    [InlineData(5, 12, 2.5)]
    public void The_nearest_pixel_is_taken(int size, int count, double factor)
    {
        var axis = new InterpolationAxis(size, count, factor);
        float[] image = Values(new Random(3), size * size), output = new float[Samples * count * count * Channels],
            expected = new float[output.Length];
        float[] gradient = Values(new Random(4), count * count), imageGradient = Values(new Random(5), size * size),
            expectedGradient = new float[image.Length];
        ForEachPixel(size, count, (at, of) =>
        {
            int from = of(
                (int)(factor > 0 ? Row(at) / factor : Row(at) * size / count),
                (int)(factor > 0 ? Column(at) / factor : Column(at) * size / count));
            expected[at] = image[from];
            expectedGradient[from] += gradient[at];
        });
        Interpolations.Nearest<S, V, Unchanged<V>>(Image(image, size, size), axis, axis, Image(output, count, count), 0, Samples, default);
        Assert.Equal(expected, output);
        Interpolations.NearestGradient<S, V>(Image(gradient, count, count), axis, axis, Image(imageGradient, size, size), 0, Samples);
        Near(expectedGradient, imageGradient);

        int Row(int at) => at / Channels / count % count;
        int Column(int at) => at / Channels % count;
    }

    [Theory]
    [InlineData("reflect", 6, 2, 3)]
    [InlineData("reflect", 6, -2, 5)]
    [InlineData("replicate", 4, 7, 1)]
    [InlineData("replicate", 5, 3, -2)]
    [InlineData("circular", 4, 4, 3)]
    public void An_image_is_padded_with_its_own_rows(string mode, int size, int before, int after)
    {
        int count = before + size + after;
        InterpolationAxis axis = mode switch
        {
            "reflect" => InterpolationAxis.Reflect(size, count, before),
            "replicate" => InterpolationAxis.Replicate(size, count, before),
            _ => InterpolationAxis.Circular(size, count, before),
        };

        // What numpy.pad makes of 0, 1, 2, …
        int[] rows = mode switch
        {
            "reflect" => [.. Enumerable.Range(-before, count).Select(Math.Abs).Select(row => row < size ? row : (2 * (size - 1)) - row)],
            "replicate" => [.. Enumerable.Range(-before, count).Select(row => Math.Clamp(row, 0, size - 1))],
            _ => [.. Enumerable.Range(size - before, count).Select(row => row % size)],
        };
        float[] image = Values(new Random(3), size * size), output = new float[Samples * count * count * Channels],
            expected = new float[output.Length];
        float[] gradient = Values(new Random(4), count * count), imageGradient = Values(new Random(5), size * size),
            expectedGradient = new float[image.Length];
        ForEachPixel(size, count, (at, of) =>
        {
            int from = of(rows[at / Channels / count % count], rows[at / Channels % count]);
            expected[at] = image[from];
            expectedGradient[from] += gradient[at];
        });
        Interpolations.Nearest<S, V, Unchanged<V>>(Image(image, size, size), axis, axis, Image(output, count, count), 0, Samples, default);
        Assert.Equal(expected, output);
        Interpolations.NearestGradient<S, V>(Image(gradient, count, count), axis, axis, Image(imageGradient, size, size), 0, Samples);
        Near(expectedGradient, imageGradient);
    }

    [Theory]
    [InlineData(5, 10, 0, false)]
    [InlineData(5, 9, 0, true)]
    [InlineData(6, 4, 0, false)]
    [InlineData(5, 12, 2.5, false)]
    [InlineData(3, 1, 0, true)]
    public void Four_pixels_are_mixed_by_their_distances(int size, int count, double factor, bool alignsCorners)
    {
        var axis = new InterpolationAxis(size, count, factor, alignsCorners);
        float[] image = Values(new Random(6), size * size), output = new float[Samples * count * count * Channels],
            expected = new float[output.Length];
        float[] gradient = Values(new Random(7), count * count), imageGradient = Values(new Random(8), size * size),
            expectedGradient = new float[image.Length];
        ForEachPixel(size, count, (at, of) =>
        {
            double y = Place(at / Channels / count % count), x = Place(at / Channels % count);
            foreach (int row in new[] { (int)y, Math.Min((int)y + 1, size - 1) }.Distinct())
                foreach (int column in new[] { (int)x, Math.Min((int)x + 1, size - 1) }.Distinct())
                {
                    double share = Share(row, y) * Share(column, x);
                    expected[at] += (float)(share * image[of(row, column)]);
                    expectedGradient[of(row, column)] += (float)(share * gradient[at]);
                }
        });
        Interpolations.Bilinear<S, V, Unchanged<V>>(Image(image, size, size), axis, axis, Image(output, count, count), 0, Samples, default);
        Near(expected, output);
        Interpolations.BilinearGradient<S, V>(Image(gradient, count, count), axis, axis, Image(imageGradient, size, size), 0, Samples);
        Near(expectedGradient, imageGradient);

        double Place(int row) => alignsCorners ? count == 1 ? 0 : row * (size - 1.0) / (count - 1)
            : Math.Max(((row + 0.5) * (factor > 0 ? 1 / factor : (double)size / count)) - 0.5, 0);

        // At the border both rows are the last one, whose shares add up to 1.
        double Share(int row, double place) => (int)place == size - 1 ? 1 : 1 - Math.Abs(row - place);
    }

    [Theory]
    [InlineData(5, 10, 0, false)]
    [InlineData(5, 9, 0, true)]
    [InlineData(6, 4, 0, false)]
    [InlineData(5, 12, 2.5, false)]
    [InlineData(1, 3, 0, false)]
    [InlineData(3, 1, 0, true)]
    public void Sixteen_pixels_are_mixed_by_a_cubic(int size, int count, double factor, bool alignsCorners)
    {
        var axis = new InterpolationAxis(size, count, factor, alignsCorners);
        float[] image = Values(new Random(6), size * size), output = new float[Samples * count * count * Channels],
            expected = new float[output.Length];
        float[] gradient = Values(new Random(7), count * count), imageGradient = Values(new Random(8), size * size),
            expectedGradient = new float[image.Length];
        ForEachPixel(size, count, (at, of) =>
        {
            double y = Place(at / Channels / count % count), x = Place(at / Channels % count);
            for (int row = (int)Math.Floor(y) - 1; row <= (int)Math.Floor(y) + 2; row++)
            {
                for (int column = (int)Math.Floor(x) - 1; column <= (int)Math.Floor(x) + 2; column++)
                {
                    int from = of(Math.Clamp(row, 0, size - 1), Math.Clamp(column, 0, size - 1));
                    double share = Share(Math.Abs(y - row)) * Share(Math.Abs(x - column));
                    expected[at] += (float)(share * image[from]);
                    expectedGradient[from] += (float)(share * gradient[at]);
                }
            }
        });
        Interpolations.Bicubic<S, V, Unchanged<V>>(Image(image, size, size), axis, axis, Image(output, count, count), 0, Samples, default);
        Near(expected, output);
        Interpolations.BicubicGradient<S, V>(Image(gradient, count, count), axis, axis, Image(imageGradient, size, size), 0, Samples);
        Near(expectedGradient, imageGradient);

        double Place(int row) => alignsCorners ? count == 1 ? 0 : row * (size - 1.0) / (count - 1)
            : ((row + 0.5) * (factor > 0 ? 1 / factor : (double)size / count)) - 0.5;

        static double Share(double d) => d <= 1
            ? (1.25 * d * d * d) - (2.25 * d * d) + 1
            : (-0.75 * d * d * d) + (3.75 * d * d) - (6 * d) + 3;
    }

    private static void ForEachWindow(int[] rows, int[] columns, Action<int, List<(int Tap, int Position)>> action)
    {
        for (int at = 0; at < Samples * rows[1] * columns[1] * Channels; at++)
        {
            (int channel, int x, int y, int sample) =
                (at % Channels, at / Channels % columns[1], at / Channels / columns[1] % rows[1], at / Channels / columns[1] / rows[1]);
            var positions = new List<(int, int)>();
            foreach ((int ky, int inputY) in Taps(rows, y))
                foreach ((int kx, int inputX) in Taps(columns, x))
                    positions.Add(((ky * columns[2]) + kx, (((((sample * rows[0]) + inputY) * columns[0]) + inputX) * Channels) + channel));
            action(at, positions);
        }
    }

    private static void ForEachPixel(int size, int count, Action<int, Func<int, int, int>> action)
    {
        for (int at = 0; at < Samples * count * count * Channels; at++)
        {
            int sample = at / Channels / count / count, channel = at % Channels;
            action(at, (y, x) => (((((sample * size) + y) * size) + x) * Channels) + channel);
        }
    }

    private static IEnumerable<(int Tap, int Input)> Taps(int[] axis, int window)
    {
        (int size, int count) = (axis[0], axis[1]);
        if (axis[3] == 0)
        {
            int start = window * size / count, end = (((window + 1) * size) + count - 1) / count;
            return Enumerable.Range(0, end - start).Select(tap => (tap, start + tap));
        }

        return Enumerable.Range(0, axis[2])
            .Select(tap => (tap, (window * axis[3]) - axis[4] + (tap * axis[6]))).Where(tap => tap.Item2 >= 0 && tap.Item2 < size);
    }

    private static int Extent(int[] axis, int window, bool countsPadding)
    {
        if (axis[3] == 0)
            return Taps(axis, window).Count();
        int start = (window * axis[3]) - axis[4], end = start + (axis[6] * (axis[2] - 1)) + 1;
        return Math.Min(end, axis[0] + (countsPadding ? axis[5] : 0)) - Math.Max(start, countsPadding ? -axis[4] : 0);
    }

    private static PoolAxis Axis(int[] axis) => axis[3] == 0
        ? PoolAxis.Adaptive(axis[0], axis[1], axis[2])
        : new(axis[0], axis[1], axis[2], axis[3], axis[4], axis[5], axis[6]);

    private static ImageBatch Image(float[] floats, int height, int width) =>
        new(ref floats[0], height * width * Channels, height, width, Channels);

    private static float[] Values(Random random, int pixels) =>
        [.. Enumerable.Range(0, Samples * pixels * Channels).Select(_ => (random.NextSingle() * 2) - 1)];

    private static void Near(float[] expected, float[] actual)
    {
        for (int index = 0; index < expected.Length; index++)
            if (!(Math.Abs(expected[index] - actual[index]) <= 2e-5f * (1 + Math.Abs(expected[index]))))
                Assert.Fail($"{index}: {expected[index]} expected, {actual[index]} came");
    }
}

public class PoolsTests512 : PoolsTests<Simd512, Vector512<float>>;

public class PoolsTests256 : PoolsTests<Simd256, Vector256<float>>;

public class PoolsTests128 : PoolsTests<Simd128, Vector128<float>>;

public class PoolsTestsScalar : PoolsTests<SimdScalar, float>;
