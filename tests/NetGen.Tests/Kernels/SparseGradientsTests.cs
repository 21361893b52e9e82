using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>
/// The sparse gradients behind a max-pool beside the sums over all argmax positions, at every width: windows and channels around the tiles.
/// </summary>
public class SparseGradientsTests
{
    /// <summary>Stands where nothing may be written.</summary>
    private const float Untouched = -7777;

    private const double Tolerance = 1e-5;

    public static TheoryData<string> Names => [.. Problems.Keys];

    private static Dictionary<string, Problem> Problems { get; } = new Problem[]
    {
        // Windows of all sizes under the usual pool, of one vector and several.
        new(Inputs: 1, Outputs: 6) { Height = 5, Width = 5 },
        new(6, 16) { Height = 5, Width = 5 },
        new(8, 3) { Height = 1, Width = 1 },
        new(5, 10) { Height = 2, Width = 4 },
        new(16, 9) { Height = 4, Width = 6 },
        new(16, 17) { Height = 7, Width = 7 },
        new(3, 2) { Height = 6, Width = 2 },
        new(2, 1) { Height = 3, Width = 1 },
        new(32, 70) { Height = 3, Width = 3 },
        new(48, 5) { Height = 3, Width = 7 },
        new(64, 8) { Height = 2, Width = 3 },

        // More output channels than a mark has bits, twice.
        new(4, 130) { Height = 3, Width = 3 },

        // Strides, dilations and other pools: each position by itself.
        new(16, 20) { Height = 3, Width = 3, StrideHeight = 2, StrideWidth = 2 },
        new(8, 7) { Height = 3, Width = 2, DilationHeight = 2 },
        new(6, 12) { Height = 5, Width = 5, PoolHeight = 2, PoolWidth = 3 },
        new(1, 5) { Height = 3, Width = 3, PoolHeight = 3, PoolWidth = 3 },
        new(32, 66) { Height = 3, Width = 3, PoolHeight = 3, PoolWidth = 3 },
        new(16, 6) { Height = 3, Width = 4, PoolHeight = 3, PoolWidth = 3 },
        new(32, 18) { Height = 1, Width = 3, StrideWidth = 3, PoolHeight = 1, PoolWidth = 2 },
        new(10, 4) { Height = 4, Width = 7, PoolHeight = 3, PoolWidth = 1 },
    }.ToDictionary(problem => problem.ToString());

    [Theory, MemberData(nameof(Names))]
    public void Weight_gradients_at_every_width(string name)
    {
        Problem problem = Problems[name];
        double[] expected = problem.WeightGradient();
        AtEveryWidth(problem.WeightStride, new WeightGradient(problem, expected));
    }

    [Theory, MemberData(nameof(Names))]
    public void Input_gradients_at_every_width(string name)
    {
        Problem problem = Problems[name];
        double[] expected = problem.InputGradient();
        AtEveryWidth(problem.Image.Channels, new InputGradient(problem, expected));
    }

    /// <summary>Half a million equal terms, in blocks of some rows of windows: one running sum is off by a hundredth.</summary>
    [Fact]
    public void Long_sums_keep_their_digits()
    {
        EveryWidth.Run(LongSum<SimdScalar, float>);
    }

    private static void LongSum<S, V>()
        where S : ISimd<V>
        where V : struct
    {
        // All samples are the same one; the first pixel of each window of the pool is its maximum.
        const int Size = 32, Samples = 512, Channels = 16;
        float[] image = [.. Enumerable.Repeat(1f, 4 * Size * Size * Channels)],
            outputGradient = [.. Enumerable.Repeat(0.1f, Size * Size * Channels)];
        float[] argmax = new float[outputGradient.Length], gradient = new float[Channels * Channels];
        SparseWeightGradients.OfConvolution<S, V>(
            new(ref image[0], 0, 2 * Size, 2 * Size, Channels), new(1, 1, Channels),
            new(ref outputGradient[0], ref argmax[0], 0, Size, Size, Channels, 2, 2),
            ref gradient[0], Channels, Samples, rowsAtOnce: 4, 0, Channels);
        double expected = 0.1f * (double)(Size * Size * Samples);
        if (!(gradient.All(sum => Math.Abs((sum / expected) - 1) < 5e-5)))
            Assert.Fail($"{typeof(S).Name}: {gradient[0]}, not {expected}");
    }

    private static void AtEveryWidth(int floats, IRun run) => EveryWidth.RunDividing(floats, run.Run<SimdScalar, float>);

    private interface IRun
    {
        void Run<S, V>()
            where S : ISimd<V>
            where V : struct;
    }

    private sealed record WeightGradient(Problem Of, double[] Expected) : IRun
    {
        public void Run<S, V>()
            where S : ISimd<V>
            where V : struct
        {
            float[] image = Of.ImageFloats(), gradients = Of.Gradients(), argmax = Of.ArgmaxIndices();
            float[]? whole = null;
            foreach ((int border, int rowsAtOnce) in ((int, int)[])[(0, Problem.Rows), (Of.Outputs / 2, Problem.Rows), (0, 2)])
            {
                float[] gradient = [.. Enumerable.Repeat(Untouched, Of.WeightRows * Of.WeightStride), .. Enumerable.Repeat(Untouched, 16)];
                foreach ((int begin, int end) in ((int, int)[])[(0, border), (border, Of.Outputs)])
                    SparseWeightGradients.OfConvolution<S, V>(
                        Of.Image.Batch(image), Of.Window, Of.Gradient(gradients, argmax), ref gradient[0], Of.WeightStride, Problem.Samples,
                        rowsAtOnce, begin, end);
                Assert.All(gradient[^16..], value => Assert.Equal(Untouched, value));
                for (int row = 0; row < Of.WeightRows; row++)
                    for (int column = 0; column < Of.Width * Of.Image.Channels; column++)
                        if (column % Of.Image.Channels < Of.Inputs)
                            Of.AssertEqual<S>(
                                Expected[(row * Of.WeightStride) + column], gradient[(row * Of.WeightStride) + column],
                                $"weight [{row}, {column}]");

                // Threads share the output channels: that changes nothing.
                if (border == 0)
                    whole = gradient;
                else
                    Assert.Equal(whole, gradient);
            }
        }
    }

    private sealed record InputGradient(Problem Of, double[] Expected) : IRun
    {
        public void Run<S, V>()
            where S : ISimd<V>
            where V : struct
        {
            float[] weight = Of.Weight(), gradients = Of.Gradients(), argmax = Of.ArgmaxIndices(), addend = Of.Addend();
            foreach (int rowsAtOnce in (int[])[Problem.Rows, 2])
                foreach (bool adds in (bool[])[false, true])
                {
                    float[] gradient = [.. Enumerable.Repeat(Untouched, Problem.Samples * Of.Image.SampleStride)];
                    foreach ((int begin, int end) in ((int, int)[])[(0, 1), (1, Problem.Samples)])
                        if (adds)
                            SparseInputGradients.OfConvolution<S, V, Then<V, AddMatrix<S, V>, Twice<S, V>>>(
                                Of.Gradient(gradients, argmax), Of.Outputs, ref weight[0], Of.Window, Of.Image.Batch(gradient), rowsAtOnce,
                                begin, end,
                                new(new(ref addend[0], Of.Image.Channels), default));
                        else
                            SparseInputGradients.OfConvolution<S, V, Unchanged<V>>(
                                Of.Gradient(gradients, argmax), Of.Outputs, ref weight[0], Of.Window, Of.Image.Batch(gradient), rowsAtOnce,
                                begin, end, default);

                    for (int i = 0; i < gradient.Length; i++)
                    {
                        (int sample, int element) = (i / Of.Image.SampleStride, i % Of.Image.SampleStride);
                        if (element >= Of.Image.Floats)
                            Assert.Equal(Untouched, gradient[i]);
                        else if (element % Of.Image.Channels < Of.Inputs)
                            Of.AssertEqual<S>(
                                adds ? 2 * (Expected[i] + addend[(sample * Of.Image.Floats) + element]) : Expected[i], gradient[i],
                                $"image [{sample}, {element}]");
                    }
                }
        }
    }

    private readonly struct Twice<S, V> : IEpilogue<V>
        where S : ISimd<V>
        where V : struct
    {
        public static bool IsLong => false;

        public V Apply(V value, nint row, nint column) => S.Add(value, value);

        public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
        {
        }
    }

    private readonly record struct ImageSize(int Height, int Width, int Channels)
    {
        public int Floats => Height * Width * Channels;

        public int SampleStride => Floats + 16;

        public ImageBatch Batch(float[] floats) => new(ref floats[0], SampleStride, Height, Width, Channels);
    }

    /// <summary>
    /// A convolution with a max-pool behind it, of some samples. Channels have padding as in memory, with numbers in it that must not
    /// count.
    /// </summary>
    private sealed record Problem(int Inputs, int Outputs)
    {
        public const int Samples = 2;

        /// <summary>Rows of the pool's result.</summary>
        public const int Rows = 5;

        /// <summary>Columns of the pool's result.</summary>
        private const int Columns = 7;

        public required int Height { get; init; }

        public required int Width { get; init; }

        public int StrideHeight { get; init; } = 1;

        public int StrideWidth { get; init; } = 1;

        public int DilationHeight { get; init; } = 1;

        public int PoolHeight { get; init; } = 2;

        public int PoolWidth { get; init; } = 2;

        public ConvolutionWindow Window => new(Height, Width, Inputs, StrideHeight, StrideWidth, DilationHeight);

        /// <summary>With a row and a column that no window reaches.</summary>
        public ImageSize Image => new(
            (((Rows * PoolHeight) - 1) * StrideHeight) + ((Height - 1) * DilationHeight) + 2,
            (((Columns * PoolWidth) - 1) * StrideWidth) + Width + 1,
            Padded(Inputs));

        public int WeightRows => Outputs * Height;

        public int WeightStride => Padded(Width * Image.Channels);

        private int Block => Math.Min(16, Image.Channels);

        private int PaddedOutputs => Padded(Outputs);

        private int GradientStride => (Rows * Columns * PaddedOutputs) + 16;

        public SparseGradient Gradient(float[] gradients, float[] argmax) =>
            new(ref gradients[0], ref argmax[0], GradientStride, Rows, Columns, PaddedOutputs, PoolHeight, PoolWidth);

        /// <summary>The last window's row may be read to the end of a vector.</summary>
        public float[] ImageFloats() => Numbers((Samples * Image.SampleStride) + 16, 1);

        /// <summary>[blocks, outputs, height, width, block].</summary>
        public float[] Weight() => Numbers(Math.Max(1, Image.Channels / 16) * Outputs * Height * Width * Block, 2);

        public float[] Addend() => Numbers(Samples * Image.Floats, 3);

        /// <summary>Every other one is 0, as behind a ReLU.</summary>
        public float[] Gradients()
        {
            var random = new Random(4);
            return [.. Numbers(Samples * GradientStride, 5).Select(value => random.Next(2) == 0 ? value : 0)];
        }

        public float[] ArgmaxIndices()
        {
            var random = new Random(6);
            return [.. Enumerable.Range(0, Samples * GradientStride).Select(_ => (float)random.Next(PoolHeight * PoolWidth))];
        }

        public double[] WeightGradient()
        {
            double[] result = new double[WeightRows * WeightStride];
            float[] image = ImageFloats();
            Each((gradient, pixel, output, y, x) =>
            {
                for (int channel = 0; channel < Inputs; channel++)
                    result[(((output * Height) + y) * WeightStride) + (x * Image.Channels) + channel] +=
                        (double)gradient * image[pixel + channel];
            });
            return result;
        }

        public double[] InputGradient()
        {
            double[] result = new double[Samples * Image.SampleStride];
            float[] weight = Weight();
            Each((gradient, pixel, output, y, x) =>
            {
                for (int channel = 0; channel < Inputs; channel++)
                    result[pixel + channel] += (double)gradient
                        * weight[(((((((channel / 16 * Outputs) + output) * Height) + y) * Width) + x) * Block) + (channel % 16)];
            });
            return result;
        }

        public void AssertEqual<S>(double expected, float actual, string what) => Assert.True(
            Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)) * 10,
            $"{typeof(S).Name}, {this}: {what} is {actual}, not {expected}");

        public override string ToString() =>
            $"{Inputs} to {Outputs}, {Height}x{Width}, stride {StrideHeight}x{StrideWidth}, dilation {DilationHeight}, "
            + $"pool {PoolHeight}x{PoolWidth}";

        private static int Padded(int inner) => inner <= 2 ? inner : inner <= 4 ? 4 : inner <= 8 ? 8 : (inner + 15) / 16 * 16;

        private static float[] Numbers(int count, int seed)
        {
            var random = new Random(seed);
            return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
        }

        /// <summary>
        /// Each product of an output's gradient with a place of the window: the gradient, the pixel's first float, the output channel, and
        /// the place.
        /// </summary>
        private void Each(Action<float, int, int, int, int> product)
        {
            float[] gradients = Gradients(), argmax = ArgmaxIndices();
            for (int sample = 0; sample < Samples; sample++)
                for (int row = 0; row < Rows; row++)
                    for (int column = 0; column < Columns; column++)
                        for (int output = 0; output < Outputs; output++)
                        {
                            int at = (sample * GradientStride) + (((row * Columns) + column) * PaddedOutputs) + output;
                            int positionRow = (row * PoolHeight) + ((int)argmax[at] / PoolWidth),
                                positionColumn = (column * PoolWidth) + ((int)argmax[at] % PoolWidth);
                            for (int y = 0; y < Height; y++)
                                for (int x = 0; x < Width; x++)
                                {
                                    int pixelRow = (positionRow * StrideHeight) + (y * DilationHeight),
                                        pixelColumn = (positionColumn * StrideWidth) + x;
                                    product(
                                        gradients[at],
                                        (sample * Image.SampleStride) + (((pixelRow * Image.Width) + pixelColumn) * Image.Channels), output,
                                        y, x);
                                }
                        }
        }
    }
}
