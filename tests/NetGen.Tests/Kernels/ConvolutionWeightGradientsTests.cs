using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>
/// Gradients of a convolution's weight beside their direct sums, at every width. All numbers are small and whole: sums are exact.
/// </summary>
public class ConvolutionWeightGradientsTests
{
    /// <summary>Stands where nothing may be written.</summary>
    private const float Untouched = -7777;

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(112)]
    public void Windows_at_every_width(int outputs)
    {
        foreach (int inputs in (int[])[1, 2, 3, 5, 8, 11, 18])
            foreach ((int height, int width) in ((int, int)[])[(1, 1), (3, 3), (1, 5)])
                AtEveryWidth(new(inputs, outputs) { Window = (height, width, 1, 1, 1, 1), Height = 3, Width = 4 });
    }

    [Fact]
    public void Strides_dilations_and_margins()
    {
        foreach (int inputs in (int[])[3, 8])
            foreach ((int strideHeight, int strideWidth) in ((int, int)[])[(1, 1), (2, 2), (3, 1)])
                foreach ((int dilationHeight, int dilationWidth) in ((int, int)[])[(1, 1), (2, 3)])
                    foreach ((int top, int left, int bottom, int right) in (
                        (int, int, int, int)[])[(0, 0, 0, 0), (1, 1, 1, 1), (2, 0, 0, 0), (0, 3, 1, 0), (0, 0, 0, 2)])
                        AtEveryWidth(new(inputs, 32)
                        {
                            Window = (3, 3, strideHeight, strideWidth, dilationHeight, dilationWidth), Height = 5, Width = 6, Top = top,
                            Left = left, Bottom = bottom, Right = right,
                        });
    }

    /// <summary>Windows that reach over both sides at once, some of them wholly.</summary>
    [Fact]
    public void Wide_margins() =>
        AtEveryWidth(new(8, 16) { Window = (7, 9, 1, 1, 1, 1), Height = 6, Width = 7, Top = 5, Left = 6, Bottom = 5, Right = 6 });

    [Theory]
    [InlineData(4, 8, 16)]
    [InlineData(3, 6, 24)]
    [InlineData(4, 24, 16)]
    [InlineData(2, 2, 6)]
    public void Groups(int groups, int inputs, int outputs)
    {
        AtEveryWidth(new(inputs, outputs) { Groups = groups, Window = (3, 3, 2, 1, 1, 1), Height = 4, Width = 5 });
        AtEveryWidth(new(inputs, outputs) { Groups = groups, Window = (1, 1, 1, 1, 1, 1), Height = 4, Width = 5 });
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(80)]
    public void Depthwise(int channels)
    {
        foreach ((int height, int width) in ((int, int)[])[(1, 1), (3, 3), (2, 2), (5, 5), (1, 8), (3, 17)])
            foreach (int stride in (int[])[1, 2])
                foreach (int dilation in (int[])[1, 2])
                    AtEveryWidth(
                        new(channels, channels)
                        {
                            Groups = channels, Window = (height, width, stride, stride, dilation, dilation), Height = 4, Width = 3,
                        });
    }

    [Theory]
    [InlineData(8)]
    [InlineData(48)]
    public void Depthwise_with_margins(int channels)
    {
        foreach ((int stride, int dilation) in ((int, int)[])[(1, 1), (2, 1), (1, 2), (2, 2)])
            foreach ((int top, int left, int bottom, int right) in (
                (int, int, int, int)[])[(1, 1, 1, 1), (2, 0, 0, 0), (0, 2, 1, 0), (0, 0, 0, 2)])
                AtEveryWidth(new(channels, channels)
                {
                    Groups = channels, Window = (3, 3, stride, stride, dilation, dilation), Height = 5, Width = 6, Top = top, Left = left,
                    Bottom = bottom, Right = right,
                });
        AtEveryWidth(new(channels, channels)
        {
            Groups = channels, Window = (7, 9, 1, 1, 1, 1), Height = 6, Width = 7, Top = 5, Left = 6, Bottom = 5, Right = 6,
        });
    }

    /// <summary>A million equal terms, in blocks of a thousand: one running sum is off by a hundredth.</summary>
    [Fact]
    public void Long_sums_keep_their_digits()
    {
        EveryWidth.Run(LongSum<SimdScalar, float>);
    }

    private static void LongSum<S, V>()
        where S : ISimd<V>
        where V : struct
    {
        // All samples are the same one.
        const int Size = 64, Samples = 256, Outputs = 16;
        float[] image = [.. Enumerable.Repeat(1f, Size * Size)], outputGradient = [.. Enumerable.Repeat(0.1f, Size * Size * Outputs)],
            gradient = new float[Outputs];
        ConvolutionWeightGradients.Direct<S, V>(
            new(ref image[0], 0, Size, Size, 1), new(ref outputGradient[0], 0, Size, Size, Outputs), Outputs, ref gradient[0], Outputs,
            new(1, 1, 1), parts: 1, rowsAtOnce: 16, Samples, 0, 1);
        double expected = 0.1f * (double)(Size * Size * Samples);
        if (!(gradient.All(sum => Math.Abs((sum / expected) - 1) < 5e-5)))
            Assert.Fail($"{typeof(S).Name}: {gradient[0]}, not {expected}");
    }

    private static void AtEveryWidth(Problem problem)
    {
        EveryWidth.Run(problem.Run<SimdScalar, float>);
    }

    /// <summary>
    /// A convolution of some samples; the channels of the image and of the result have padding as in memory, with numbers in it that must
    /// not count.
    /// </summary>
    private sealed record Problem(int Inputs, int Outputs)
    {
        private const int Samples = 2;

        public int Groups { get; init; } = 1;

        public (int Height, int Width, int StrideHeight, int StrideWidth, int DilationHeight, int DilationWidth) Window { get; init; }

        /// <summary>Rows of the result.</summary>
        public int Height { get; init; }

        /// <summary>Columns of the result.</summary>
        public int Width { get; init; }

        public int Top { get; init; }

        public int Left { get; init; }

        public int Bottom { get; init; }

        public int Right { get; init; }

        private bool IsDepthwise => Groups > 1 && Groups == Inputs && Groups == Outputs;

        private int InputsOfGroup => Inputs / Groups;

        private int ImageHeight => ((Height - 1) * Window.StrideHeight) + ((Window.Height - 1) * Window.DilationHeight) + 1 - Top - Bottom;

        private int ImageWidth => ((Width - 1) * Window.StrideWidth) + ((Window.Width - 1) * Window.DilationWidth) + 1 - Left - Right;

        private int ImageStride => (ImageHeight * ImageWidth * Padded(Inputs)) + 16;

        private int OutputStride => (Height * Width * Padded(Outputs)) + 16;

        private int RowsOfWeight => Window.Height * Window.Width * InputsOfGroup;

        private float[] Image => field ??= Whole(Samples * ImageStride, 1);

        private float[] OutputGradient => field ??= Whole(Samples * OutputStride, 2);

        private float[] Expected => field ??= Direct();

        public void Run<S, V>()
            where S : ISimd<V>
            where V : struct
        {
            if ((Groups == 1 || IsDepthwise ? Padded(Outputs) : Outputs / Groups) % S.Lanes != 0)
                return;
            foreach (int parts in IsDepthwise ? [1] : PartsOfRow())
                foreach (int rowsAtOnce in (int[])[Height, 2])
                {
                    int items = Window.Height * (IsDepthwise ? 1 : Groups * parts), border = items / 2;
                    float[] gradient = [.. Enumerable.Repeat(Untouched, (RowsOfWeight + 1) * Padded(Outputs))];
                    foreach ((int begin, int end) in ((int, int)[])[(0, border), (border, items)])
                        Run<S, V>(gradient, parts, rowsAtOnce, begin, end);
                    for (int place = 0; place < gradient.Length; place++)
                    {
                        (int row, int column) = (place / Padded(Outputs), place % Padded(Outputs));
                        if (row == RowsOfWeight || (column >= Outputs && S.Lanes == 1))
                            Assert.Equal(Untouched, gradient[place]);
                        else if (column < Outputs)
                            if (Expected[(row * Outputs) + column] != gradient[place])
                                Assert.Fail(
                                    $"{typeof(S).Name}, {this}, {parts} parts, {rowsAtOnce} rows at once: [{row}, {column}] "
                                    + $"is {gradient[place]}, not {Expected[(row * Outputs) + column]}");
                    }

                    OfSamples<S, V>(parts, rowsAtOnce);
                }
        }

        /// <summary>The gradients of the samples, which add up to that of the batch.</summary>
        private void OfSamples<S, V>(int parts, int rowsAtOnce)
            where S : ISimd<V>
            where V : struct
        {
            int ofSample = (RowsOfWeight * Padded(Outputs)) + 16;
            float[] gradients = [.. Enumerable.Repeat(Untouched, Samples * ofSample)];
            for (int sample = Samples; sample-- > 0;)
            {
                var image = new ImageBatch(ref Image[0], ImageStride, ImageHeight, ImageWidth, Padded(Inputs), Top, Left);
                var output = new ImageBatch(ref OutputGradient[0], OutputStride, Height, Width, Padded(Outputs));
                var window = new ConvolutionWindow(
                    Window.Height, Window.Width, InputsOfGroup, Window.StrideHeight, Window.StrideWidth, Window.DilationHeight,
                    Window.DilationWidth, Groups);
                if (IsDepthwise)
                    ConvolutionWeightGradients.DepthwiseOfSamples<S, V>(
                        in image, in output, Outputs, ref gradients[0], Padded(Outputs), ofSample, in window, rowsAtOnce,
                        sample, sample + 1);
                else
                    ConvolutionWeightGradients.DirectOfSamples<S, V>(
                        in image, in output, Outputs, ref gradients[0], Padded(Outputs), ofSample, in window, parts, rowsAtOnce,
                        sample, sample + 1);
            }

            for (int place = 0; place < ofSample; place++)
            {
                (int row, int column) = (place / Padded(Outputs), place % Padded(Outputs));
                if (row >= RowsOfWeight)
                    Assert.Equal(Untouched, gradients[place]);
                else if (column < Outputs)
                    Assert.Equal(
                        Expected[(row * Outputs) + column], Enumerable.Range(0, Samples).Sum(i => gradients[(i * ofSample) + place]));
            }
        }

        private void Run<S, V>(float[] gradient, int parts, int rowsAtOnce, int begin, int end)
            where S : ISimd<V>
            where V : struct
        {
            var window = new ConvolutionWindow(
                Window.Height, Window.Width, InputsOfGroup, Window.StrideHeight, Window.StrideWidth, Window.DilationHeight,
                Window.DilationWidth, Groups);
            var image = new ImageBatch(ref Image[0], ImageStride, ImageHeight, ImageWidth, Padded(Inputs), Top, Left);
            var output = new ImageBatch(ref OutputGradient[0], OutputStride, Height, Width, Padded(Outputs));
            if (IsDepthwise)
                ConvolutionWeightGradients.Depthwise<S, V>(
                    in image, in output, Outputs, ref gradient[0], Padded(Outputs), in window, rowsAtOnce, Samples, begin, end);
            else
                ConvolutionWeightGradients.Direct<S, V>(
                    in image, in output, Outputs, ref gradient[0], Padded(Outputs), in window, parts, rowsAtOnce, Samples, begin, end);
        }

        /// <summary>In how many parts a row of the window can be shared out.</summary>
        private IEnumerable<int> PartsOfRow()
        {
            bool isWhole = Left == 0 && Right == 0;
            int positions = Window.Width * InputsOfGroup;
            return isWhole && Window.DilationWidth * Padded(Inputs) == InputsOfGroup
                ? Enumerable.Range(1, positions).Where(parts => positions % parts == 0)
                : Enumerable.Range(1, InputsOfGroup).Where(parts => InputsOfGroup % parts == 0).Select(parts => Window.Width * parts)
                    .Concat(isWhole ? [1] : Array.Empty<int>());
        }

        /// <summary>[height, width, inputs of a group, outputs].</summary>
        private float[] Direct()
        {
            float[] result = new float[RowsOfWeight * Outputs];
            for (int place = 0; place < result.Length; place++)
            {
                (int row, int output) = (place / Outputs, place % Outputs);
                int input = (output / (Outputs / Groups) * InputsOfGroup) + (row % InputsOfGroup);
                (int ky, int kx) = (row / InputsOfGroup / Window.Width, row / InputsOfGroup % Window.Width);
                for (int sample = 0; sample < Samples; sample++)
                    for (int y = 0; y < Height; y++)
                        for (int x = 0; x < Width; x++)
                        {
                            int imageY = (y * Window.StrideHeight) + (ky * Window.DilationHeight) - Top,
                                imageX = (x * Window.StrideWidth) + (kx * Window.DilationWidth) - Left;
                            if (imageY >= 0 && imageY < ImageHeight && imageX >= 0 && imageX < ImageWidth)
                                result[place] += Image[(sample * ImageStride) + (((imageY * ImageWidth) + imageX) * Padded(Inputs)) + input]
                                    * OutputGradient[(sample * OutputStride) + (((y * Width) + x) * Padded(Outputs)) + output];
                        }
            }

            return result;
        }

        private static int Padded(int channels) =>
            channels <= 2 ? channels : channels <= 4 ? 4 : channels <= 8 ? 8 : (channels + 15) / 16 * 16;

        private static float[] Whole(int count, int seed)
        {
            var random = new Random(seed);
            return [.. Enumerable.Range(0, count).Select(_ => (float)random.Next(-9, 10))];
        }
    }
}
