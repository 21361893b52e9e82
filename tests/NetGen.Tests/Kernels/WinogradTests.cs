using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>
/// Winograd's algorithm beside the direct sums, at every width and window, with images around the tiles and channels around the vectors.
/// </summary>
public class WinogradTests
{
    /// <summary>Stands where nothing may be written.</summary>
    private const float Untouched = -7777;

    private const double Tolerance = 1e-4;

    private static readonly (int Inputs, int Outputs)[] Channels = [(6, 8), (8, 16), (20, 48), (17, 64)];

    /// <summary>
    /// Height and width of the output, and the padding above and on the left of the image; it has as much below and on the right.
    /// </summary>
    private static readonly (int Height, int Width, int Padding)[] Images = [(5, 5, 0), (6, 11, 1), (8, 8, 1), (7, 9, 2), (13, 6, 0)];

    /// <summary>The windows, and whether they are lines.</summary>
    public static MatrixTheoryData<int, bool> Windows => new([2, 3, 4, 5], [false, true]);

    [Fact]
    public void A_window_has_as_many_bytes_as_a_tile_has_columns()
    {
        Check<Window2x2>();
        Check<Window3x3>();
        Check<Window4x4>();
        Check<Window5x5>();
        Check<Window1x2>();
        Check<Window1x3>();
        Check<Window1x4>();
        Check<Window1x5>();

        static void Check<TWindow>()
            where TWindow : struct, IWinogradWindow =>
            Assert.Equal(TWindow.Tile, Unsafe.SizeOf<TWindow>());
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Convolutions_at_every_width(int window, bool isLine)
    {
        foreach ((int inputs, int outputs) in Channels)
            foreach ((int height, int width, int padding) in Images)
            {
                var problem = new Problem(window, inputs, outputs, height, width, padding, isLine);
                AtEveryWidth(problem, new Convolve(problem, 1, 1, 1));
            }
    }

    [Theory]
    [InlineData(2, 5, 1)]
    [InlineData(3, 2, 2)]
    [InlineData(3, 4, 2)]
    [InlineData(3, 1, 4)]
    [InlineData(4, 3, 3)]
    [InlineData(5, 2, 2)]
    [InlineData(5, 2, 1)]
    public void Pooled_convolutions_at_every_width(int window, int poolHeight, int poolWidth)
    {
        foreach ((int inputs, int outputs) in Channels)
            for (int padding = 0; padding < 2; padding++)
            {
                var problem = new Problem(window, inputs, outputs, 5 * poolHeight, 7 * poolWidth, padding);
                AtEveryWidth(problem, new Convolve(problem, poolHeight, poolWidth, 1, TilesOfBlock: 30));
            }
    }

    /// <summary>Images beyond L2, whose tiles are prefetched, also those at the sides.</summary>
    [Fact]
    public void Large_images_at_every_width()
    {
        var problem = new Problem(3, 8, 16, 64, 66, 1);
        AtEveryWidth(problem, new Convolve(problem, 1, 1, 1, TilesOfBlock: 30));
    }

    /// <summary>Of a prediction, whose samples are cut into rows of tiles, wherever the border of two threads lies.</summary>
    [Fact]
    public void Parts_of_samples_give_the_same()
    {
        var problem = new Problem(3, 16, 32, 14, 9, 1);
        AtEveryWidth(problem, new Convolve(problem, 1, 1, Parts: 14 / 4));
    }

    /// <summary>Of a prediction whose threads share the columns of a sample; the last part has fewer.</summary>
    [Theory]
    [InlineData(17)]
    [InlineData(6)]
    public void Parts_of_columns_have_the_same_bits(int inputs)
    {
        var problem = new Problem(3, inputs, 144, 6, 9, 1);
        AtEveryWidth(problem, new Columns(problem));
    }

    /// <summary>A weight beyond L2: 16 tiles of a sample go through tall register tiles, with all columns and with some.</summary>
    [Fact]
    public void Many_channels_at_every_width()
    {
        var problem = new Problem(3, 64, 144, 16, 13, 1);
        AtEveryWidth(problem, new Convolve(problem, 1, 1, Parts: 1, TilesOfBlock: 18));
        AtEveryWidth(problem, new Columns(problem));
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Weight_gradients_at_every_width(int window, bool isLine)
    {
        foreach ((int inputs, int outputs) in Channels)
            foreach ((int height, int width, int padding) in Images)
            {
                var problem = new Problem(window, inputs, outputs, height, width, padding, isLine);
                AtEveryWidth(problem, new Gradient(problem));
            }
    }

    /// <summary>More tiles than one sum takes.</summary>
    [Fact]
    public void Weight_gradients_of_large_images_at_every_width()
    {
        var problem = new Problem(3, 6, 8, 130, 131, 1);
        AtEveryWidth(problem, new Gradient(problem));
    }

    /// <summary>
    /// A flat image of 22,500 tiles, whose gradient is the same everywhere: a running sum would be off by parts in ten thousand.
    /// </summary>
    [Fact]
    public void Long_sums_of_weight_gradients_keep_their_digits()
    {
        Check<Simd512, Vector512<float>>();
        Check<Simd256, Vector256<float>>();
        Check<SimdScalar, float>();

        static void Check<S, V>()
            where S : ISimd<V>
            where V : struct
        {
            const int Side = 600, Channels = 16;
            float[] image = new float[(Side + 2) * (Side + 2) * Channels], slopes = new float[Side * Side * Channels];
            Array.Fill(image, 0.1f);
            Array.Fill(slopes, 1);
            float[] transformed = new float[36 * Channels * Channels], gradient = new float[9 * Channels * Channels];
            WinogradGradients.OfConvolution<S, V, Window3x3>(
                new(ref image[0], image.Length, Side + 2, Side + 2, Channels), Channels,
                new(ref slopes[0], slopes.Length, Side, Side, Channels), Channels,
                ref transformed[0], 1, 1, 64, 6, 0, 6);
            WinogradWeights.Gradient<S, V, Window3x3>(ref transformed[0], 1, ref gradient[0], Channels, Channels, Channels, 0, Channels);
            double expected = (double)Side * Side * 0.1f;
            Assert.All(
                gradient,
                value => Assert.True(Math.Abs(value - expected) <= 1e-5 * expected, $"{typeof(S).Name}: {value}, not {expected}"));
        }
    }

    /// <summary>Where a vector has one lane, a gradient's padding stays as it is.</summary>
    [Fact]
    public void Padding_of_a_gradient_is_not_written_without_vectors()
    {
        float[] transformed = [.. Enumerable.Repeat(1f, 36 * 3 * 16)], gradient = [.. Enumerable.Repeat(Untouched, 9 * 3 * 16)];
        WinogradWeights.Gradient<SimdScalar, float, Window3x3>(
            ref transformed[0], 1, ref gradient[0], inputs: 3, columns: 13, stride: 16, 0, 3);
        for (int i = 0; i < gradient.Length; i++)
            Assert.Equal(i % 16 >= 13, gradient[i] == Untouched);
    }

    private static void AtEveryWidth(Problem problem, IRun run) =>
        EveryWidth.RunDividing(problem.Outputs, OfWindow<SimdScalar, float>, problem, run);

    private static void OfWindow<S, V>(Problem problem, IRun run)
        where S : ISimd<V>
        where V : struct
    {
        switch ((problem.WindowHeight, problem.Window))
        {
            case (2, 2):
                run.Run<S, V, Window2x2>();
                break;
            case (3, 3):
                run.Run<S, V, Window3x3>();
                break;
            case (4, 4):
                run.Run<S, V, Window4x4>();
                break;
            case (5, 5):
                run.Run<S, V, Window5x5>();
                break;
            case (1, 2):
                run.Run<S, V, Window1x2>();
                break;
            case (1, 3):
                run.Run<S, V, Window1x3>();
                break;
            case (1, 4):
                run.Run<S, V, Window1x4>();
                break;
            default:
                run.Run<S, V, Window1x5>();
                break;
        }
    }

    private interface IRun
    {
        void Run<S, V, TWindow>()
            where S : ISimd<V>
            where V : struct
            where TWindow : struct, IWinogradWindow;
    }

    private sealed record Convolve(Problem Of, int PoolHeight, int PoolWidth, int Parts, int TilesOfBlock = 16) : IRun
    {
        public void Run<S, V, TWindow>()
            where S : ISimd<V>
            where V : struct
            where TWindow : struct, IWinogradWindow
        {
            float[] transformed = Of.TransformedWeight<S, V, TWindow>();
            (int height, int width) = (Of.Height / PoolHeight, Of.Width / PoolWidth);
            int stride = (height * width * Of.Outputs) + 16;
            double[] direct = Of.Expected;
            for (int border = 0; border <= (Parts > 1 ? Problem.Samples * Parts : 1); border++)
            {
                float[] output = [.. Enumerable.Repeat(Untouched, Problem.Samples * stride)], argmax = [.. output];
                foreach ((int begin, int end) in ((int, int)[])[(0, border), (border, Problem.Samples * Parts)])
                    if (PoolHeight * PoolWidth == 1)
                        WinogradConvolutions.Convolve<S, V, TWindow, Then<V, AddBias<S, V>, Relu<S, V>>>(
                            Of.ImageOf(), Of.Inputs, ref transformed[0], new(ref output[0], stride, height, width, Of.Outputs),
                            TilesOfBlock, Parts, begin, end, new(new(ref Of.Bias[0]), default));
                    else
                        WinogradConvolutions.ConvolveAndPool<S, V, TWindow, Then<V, AddBias<S, V>, Relu<S, V>>>(
                            Of.ImageOf(), Of.Inputs, ref transformed[0], PoolHeight, PoolWidth,
                            new(ref output[0], stride, height, width, Of.Outputs),
                            ref border == 0 ? ref Unsafe.NullRef<float>() : ref argmax[0], TilesOfBlock, Parts, begin, end,
                            new(new(ref Of.Bias[0]), default));

                for (int i = 0; i < output.Length; i++)
                {
                    (int sample, int element) = (i / stride, i % stride);
                    if (element >= stride - 16)
                    {
                        Assert.Equal(Untouched, output[i]);
                        continue;
                    }

                    (int row, int column, int channel) = (element / Of.Outputs / width, element / Of.Outputs % width, element % Of.Outputs);
                    double max = double.NegativeInfinity, atIndex = 0;
                    for (int tap = 0; tap < PoolHeight * PoolWidth; tap++)
                    {
                        int y = (row * PoolHeight) + (tap / PoolWidth), x = (column * PoolWidth) + (tap % PoolWidth);
                        double value = direct[Of.IndexOf(sample, y, x, channel)];
                        max = Math.Max(max, value);
                        if (tap == (int)argmax[i])
                            atIndex = value;
                    }

                    double expected = Math.Max(0, max + Of.Bias[channel]);
                    if (!(Math.Abs(expected - output[i]) <= Tolerance))
                        Assert.Fail($"{What()} is {output[i]}, not {expected}");
                    if (PoolHeight * PoolWidth > 1 && border > 0 && !(Math.Abs(atIndex - max) <= Tolerance))
                        Assert.Fail($"{What()} has its maximum {max} not at {argmax[i]}");

                    string What() =>
                        $"{typeof(S).Name}, {Of}, pool {PoolHeight}×{PoolWidth}, border {border}: [{sample}, {row}, {column}, {channel}]";
                }
            }
        }
    }

    /// <summary>Compares the parts with one call for all columns.</summary>
    private sealed record Columns(Problem Of) : IRun
    {
        private const int ColumnsOfPart = 64;
        private const int Tiles = 18;

        public void Run<S, V, TWindow>()
            where S : ISimd<V>
            where V : struct
            where TWindow : struct, IWinogradWindow
        {
            Run<S, V, TWindow, Then<V, AddBias<S, V>, Relu<S, V>>>(new(new(ref Of.Bias[0]), default));
            Run<S, V, TWindow, Then<V, AddBias<S, V>, LongRelu<S, V>>>(new(new(ref Of.Bias[0]), default));
        }

        private void Run<S, V, TWindow, E>(scoped in E epilogue)
            where S : ISimd<V>
            where V : struct
            where TWindow : struct, IWinogradWindow
            where E : struct, IEpilogue<V>, allows ref struct
        {
            float[] transformed = Of.TransformedWeight<S, V, TWindow>();
            int stride = Of.Height * Of.Width * Of.Outputs, parts = (Of.Outputs + ColumnsOfPart - 1) / ColumnsOfPart;
            float[] whole = new float[Problem.Samples * stride];
            WinogradConvolutions.Convolve<S, V, TWindow, E>(
                Of.ImageOf(), Of.Inputs, ref transformed[0], new(ref whole[0], stride, Of.Height, Of.Width, Of.Outputs),
                Tiles, 1, 0, Problem.Samples, in epilogue);
            for (int border = 0; border <= Problem.Samples * parts; border++)
                foreach (int samples in (int[])[Problem.Samples, 100])
                {
                    float[] output = [.. Enumerable.Repeat(Untouched, whole.Length)];
                    foreach ((int begin, int end) in ((int, int)[])[(0, border), (border, Problem.Samples * parts)])
                        WinogradConvolutions.ConvolveColumns<S, V, TWindow, E>(
                            Of.ImageOf(), Of.Inputs, ref transformed[0], new(ref output[0], stride, Of.Height, Of.Width, Of.Outputs),
                            Tiles, ColumnsOfPart, samples, begin, end, in epilogue);
                    Assert.Equal(whole, output);
                }
        }
    }

    private sealed record Gradient(Problem Of) : IRun
    {
        public void Run<S, V, TWindow>()
            where S : ISimd<V>
            where V : struct
            where TWindow : struct, IWinogradWindow
        {
            int matrix = Of.Inputs * Of.Outputs, columns = S.Lanes > 1 ? Of.Outputs - 1 : Of.Outputs;
            float[] outputGradient = Of.OutputGradient();
            foreach ((int border, int blocks, int rowsAtOnce, int tiles) in
                ((int, int, int, int)[])[(0, 1, 6, 64), (2, 1, 3, 5), (9, 2, 6, 64)])
            {
                float[] transformed = new float[blocks * TWindow.Elements * matrix],
                    gradient = [.. Enumerable.Repeat(Untouched, (Of.WindowHeight * Of.Window * matrix) + 16)];
                foreach ((int begin, int end) in ((int, int)[])[(0, border), (border, 6 * blocks)])
                    WinogradGradients.OfConvolution<S, V, TWindow>(
                        Of.ImageOf(), Of.Inputs,
                        new(ref outputGradient[0], Of.Height * Of.Width * Of.Outputs, Of.Height, Of.Width, Of.Outputs), columns,
                        ref transformed[0], Problem.Samples, blocks, tiles, rowsAtOnce, begin, end);
                foreach ((int begin, int end) in ((int, int)[])[(0, Of.Inputs / 2), (Of.Inputs / 2, Of.Inputs)])
                    WinogradWeights.Gradient<S, V, TWindow>(
                        ref transformed[0], blocks, ref gradient[0], Of.Inputs, columns, Of.Outputs, begin, end);

                double[] expected = Of.ExpectedGradient;
                double scale = expected.Max(Math.Abs);
                for (int i = 0; i < expected.Length; i++)
                    if (!(Math.Abs(expected[i] - gradient[i]) <= Tolerance * scale))
                        Assert.Fail(
                            $"{typeof(S).Name}, {Of}: [{i / matrix}, {i / Of.Outputs % Of.Inputs}, {i % Of.Outputs}] "
                            + $"is {gradient[i]}, not {expected[i]}");
                Assert.All(gradient[expected.Length..], value => Assert.Equal(Untouched, value));
            }
        }
    }

    /// <summary>
    /// A convolution of some samples; the image's channels have padding as in memory, with numbers in it that must not count.
    /// </summary>
    private sealed record Problem(int Window, int Inputs, int Outputs, int Height, int Width, int Padding, bool IsLine = false)
    {
        public const int Samples = 2;

        public float[] Bias { get; } = Numbers(Outputs, 3);

        public int WindowHeight => IsLine ? 1 : Window;

        private int ImageHeight => Height + WindowHeight - 1 - (2 * Padding);

        private int ImageWidth => Width + Window - 1 - (2 * Padding);

        private int PaddedInputs => Inputs <= 8 ? 8 : (Inputs + 15) / 16 * 16;

        private int SampleStride => (ImageHeight * ImageWidth * PaddedInputs) + 16;

        private float[] Image => field ??= Numbers(Samples * SampleStride, 1);

        private float[] Weight => field ??= Numbers(WindowHeight * Window * Inputs * Outputs, 2);

        public ImageBatch ImageOf() => new(ref Image[0], SampleStride, ImageHeight, ImageWidth, PaddedInputs, Padding, Padding);

        public int IndexOf(int sample, int row, int column, int channel) =>
            (((((sample * Height) + row) * Width) + column) * Outputs) + channel;

        /// <summary>The direct sums, once for all widths.</summary>
        public double[] Expected => field ??= Direct();

        /// <summary>The direct sums of the weight's gradient.</summary>
        public double[] ExpectedGradient => field ??= DirectGradient(OutputGradient());

        public float[] OutputGradient() => Numbers(Samples * Height * Width * Outputs, 4);

        /// <summary>By two threads.</summary>
        public float[] TransformedWeight<S, V, TWindow>()
            where S : ISimd<V>
            where V : struct
            where TWindow : struct, IWinogradWindow
        {
            float[] weight = Weight, transformed = [.. Enumerable.Repeat(Untouched, TWindow.Elements * Inputs * Outputs)];
            WinogradWeights.Transform<S, V, TWindow>(ref weight[0], ref transformed[0], Inputs, Outputs, 0, Inputs / 2);
            WinogradWeights.Transform<S, V, TWindow>(ref weight[0], ref transformed[0], Inputs, Outputs, Inputs / 2, Inputs);
            return transformed;
        }

        private double[] Direct()
        {
            double[] result = new double[Samples * Height * Width * Outputs];
            Each((pixel, weight, output) => result[output] += (double)Image[pixel] * Weight[weight]);
            return result;
        }

        private double[] DirectGradient(float[] outputGradient)
        {
            double[] result = new double[WindowHeight * Window * Inputs * Outputs];
            Each((pixel, weight, output) => result[weight] += (double)Image[pixel] * outputGradient[output]);
            return result;
        }

        private static float[] Numbers(int count, int seed)
        {
            var random = new Random(seed);
            return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
        }

        /// <summary>Each product of a pixel and a weight, with the output that it belongs to.</summary>
        private void Each(Action<int, int, int> product)
        {
            for (int sample = 0; sample < Samples; sample++)
                for (int y = 0; y < Height; y++)
                    for (int x = 0; x < Width; x++)
                        for (int ky = 0; ky < WindowHeight; ky++)
                            for (int kx = 0; kx < Window; kx++)
                            {
                                (int row, int column) = (y + ky - Padding, x + kx - Padding);
                                if (row < 0 || row >= ImageHeight || column < 0 || column >= ImageWidth)
                                    continue;
                                int pixel = (sample * SampleStride) + (((row * ImageWidth) + column) * PaddedInputs);
                                for (int input = 0; input < Inputs; input++)
                                    for (int output = 0; output < Outputs; output++)
                                        product(
                                            pixel + input, (((((ky * Window) + kx) * Inputs) + input) * Outputs) + output,
                                            IndexOf(sample, y, x, output));
                            }
        }
    }
}
