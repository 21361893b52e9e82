using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>
/// Strided transposed convolutions beside their direct sums, at every width. All numbers are small and whole: sums are exact.
/// </summary>
public class TransposedConvolutionsTests
{
    /// <summary>Stands where nothing may be written.</summary>
    private const float Untouched = -7777;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(112)]
    public void Windows_at_every_width(int channels)
    {
        // Lines of all lengths around the tiles'.
        foreach (int width in (int[])[1, 3, 5, 8, 10, 11, 12, 13, 14, 15, 16, 17, 33])
            AtEveryWidth(
                new(5, channels, new(3, 3, 5, 2, 2), 1, 1) { SourceHeight = 3, SourceWidth = width, Height = 6, Width = 2 * width });
    }

    [Fact]
    public void Strides_dilations_and_windows()
    {
        foreach ((int height, int width) in ((int, int)[])[(1, 1), (2, 2), (3, 4), (5, 1), (7, 7)])
            foreach ((int strideHeight, int strideWidth) in ((int, int)[])[(2, 2), (1, 3), (3, 2), (4, 4)])
                foreach ((int dilationHeight, int dilationWidth) in ((int, int)[])[(1, 1), (2, 3), (4, 2)])
                {
                    int coveredHeight = (3 * strideHeight) + ((height - 1) * dilationHeight) + 1,
                        coveredWidth = (4 * strideWidth) + ((width - 1) * dilationWidth) + 1;
                    AtEveryWidth(new(3, 16, new(height, width, 3, strideHeight, strideWidth, dilationHeight, dilationWidth), 0, 0)
                    {
                        SourceHeight = 4, SourceWidth = 5, Height = coveredHeight, Width = coveredWidth,
                    });
                }
    }

    /// <summary>A frame that is cut off, and rows and columns of zeros around what the windows cover.</summary>
    [Theory]
    [InlineData(0, 0, 9, 11)]
    [InlineData(1, 2, 7, 8)]
    [InlineData(2, 1, 12, 14)]
    [InlineData(-1, -2, 13, 15)]
    [InlineData(-3, 1, 5, 6)]
    [InlineData(1, 1, 1, 1)]
    public void Frames(int top, int left, int height, int width)
    {
        foreach (int window in (int[])[1, 2, 3, 5])
            foreach (int stride in (int[])[2, 3])
                AtEveryWidth(new(
                    8, 16, new(window, window, 8, stride, stride), top,
                    left) { SourceHeight = 4, SourceWidth = 5, Height = height, Width = width });
    }

    [Theory]
    [InlineData(1, 0, 3, 1)]
    [InlineData(2, 0, 3, 1)]
    [InlineData(2, 1, 5, 2)]
    public void Sums_of_two(int firstWindow, int firstBefore, int secondWindow, int secondBefore)
    {
        foreach (int size in (int[])[7, 8, 18])
        {
            int firstSize = ((size + (2 * firstBefore) - firstWindow) / 2) + 1,
                secondSize = ((size + (2 * secondBefore) - secondWindow) / 2) + 1;
            AtEveryWidth(new(4, 32, new(firstWindow, firstWindow, 4, 2, 2), firstBefore, firstBefore)
            {
                SourceHeight = firstSize, SourceWidth = firstSize, Height = size, Width = size,
                Second = new(
                    16, 32, new(secondWindow, secondWindow, 16, 2, 2), secondBefore,
                    secondBefore) { SourceHeight = secondSize, SourceWidth = secondSize },
            });
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(80)]
    public void Each_channel_by_itself(int channels)
    {
        foreach ((int window, int stride, int dilation, int before) in (
            (int, int, int, int)[])[(3, 2, 1, 1), (1, 2, 1, 0), (5, 2, 1, 2), (3, 3, 2, 0), (2, 2, 1, -1)])
            foreach (int size in (int[])[1, 6, 13])
                AtEveryWidth(new(channels, channels, new(window, window, 1, stride, stride, dilation, dilation), before, before)
                {
                    IsDepthwise = true, SourceHeight = 5, SourceWidth = (size / 2) + 1, Height = 9, Width = size,
                });
    }

    private static void AtEveryWidth(Problem problem)
    {
        EveryWidth.Run(problem.Run<SimdScalar, float>);
    }

    /// <summary>
    /// A transposed convolution of some samples; the source's channels have padding as in memory, with numbers in it that must not count.
    /// </summary>
    private sealed record Problem(int Inputs, int Channels, Window Window, int Top, int Left)
    {
        private const int Samples = 2;

        public int SourceHeight { get; init; }

        public int SourceWidth { get; init; }

        public int Height { get; init; }

        public int Width { get; init; }

        public bool IsDepthwise { get; init; }

        /// <summary>What is added to it.</summary>
        public Problem? Second { get; init; }

        private int SourceStride => (SourceHeight * SourceWidth * (Inputs + 3)) + 16;

        private int OutputStride => (Height * Width * Channels) + 16;

        private float[] Source => field ??= Whole(Samples * SourceStride, 1);

        private float[] Weight => field ??= Whole(Window.Height * Window.Width * Window.Inputs * Channels, 2);

        private float[] Bias => field ??= Whole(Samples * Height * Width * Channels, 3);

        private float[] Expected => field ??= Direct();

        private TransposedTerm Term => new(
            new(ref Source[0], SourceStride, SourceHeight, SourceWidth, Inputs + 3), ref Weight[0],
            new(
                Window.Height, Window.Width, Window.Inputs, Window.StrideHeight, Window.StrideWidth, Window.DilationHeight,
                Window.DilationWidth), Top, Left);

        public void Run<S, V>()
            where S : ISimd<V>
            where V : struct
        {
            if (Channels % S.Lanes != 0)
                return;
            foreach ((int rowsAtOnce, bool prefetches) in ((int, bool)[])[(100, false), (2, true)])
            {
                Check<S, V, Then<V, AddMatrix<S, V>, Relu<S, V>>>(rowsAtOnce, prefetches, new(new(ref Bias[0], Channels), default));
                Check<S, V, Then<V, AddMatrix<S, V>, LongRelu<S, V>>>(rowsAtOnce, prefetches, new(new(ref Bias[0], Channels), default));
            }
        }

        private void Check<S, V, E>(int rowsAtOnce, bool prefetches, scoped in E epilogue)
            where S : ISimd<V>
            where V : struct
            where E : struct, IEpilogue<V>, allows ref struct
        {
            float[] result = [.. Enumerable.Repeat(Untouched, Samples * OutputStride)];
            var output = new ImageBatch(ref result[0], OutputStride, Height, Width, Channels);
            for (int sample = 0; sample < Samples; sample++)
                if (IsDepthwise)
                    TransposedConvolutions.ConvolveDepthwise<S, V, E>(
                        Term, in output, rowsAtOnce, prefetches, sample, sample + 1, in epilogue);
                else if (Second is null)
                    TransposedConvolutions.Convolve<S, V, E>(Term, in output, rowsAtOnce, prefetches, sample, sample + 1, in epilogue);
                else
                    TransposedConvolutions.ConvolveTwo<S, V, E>(
                        Term, Second.Term, in output, rowsAtOnce, prefetches, sample, sample + 1, in epilogue);
            for (int i = 0; i < result.Length; i++)
                if (Expected[i] != result[i])
                    Assert.Fail(
                        $"{typeof(S).Name}, long {E.IsLong}, {this}: sample {i / OutputStride}, row {i % OutputStride / Channels / Width}, "
                        + $"column {i % OutputStride / Channels % Width}, channel {i % Channels} is {result[i]}, not {Expected[i]}");
        }

        private float[] Direct()
        {
            float[] result = [.. Enumerable.Repeat(Untouched, Samples * OutputStride)];
            for (int sample = 0; sample < Samples; sample++)
                for (int i = 0; i < Height * Width * Channels; i++)
                {
                    (int row, int column, int channel) = (i / Channels / Width, i / Channels % Width, i % Channels);
                    result[(sample * OutputStride) + i] = Math.Max(
                        0,
                        Bias[(sample * Height * Width * Channels) + i] + Pixel(sample, row, column, channel)
                            + (Second?.Pixel(sample, row, column, channel) ?? 0));
                }

            return result;
        }

        private float Pixel(int sample, int row, int column, int channel)
        {
            float sum = 0;
            for (int ky = 0; ky < Window.Height; ky++)
                for (int kx = 0; kx < Window.Width; kx++)
                {
                    (int y, int x) = (row + Top - (ky * Window.DilationHeight), column + Left - (kx * Window.DilationWidth));
                    if (y % Window.StrideHeight != 0 || x % Window.StrideWidth != 0)
                        continue;
                    (y, x) = (y / Window.StrideHeight, x / Window.StrideWidth);
                    if (y >= 0 && y < SourceHeight && x >= 0 && x < SourceWidth)
                        for (int input = 0; input < Window.Inputs; input++)
                            sum += Source[
                                    (sample * SourceStride) + (((y * SourceWidth) + x) * (Inputs + 3)) + (IsDepthwise ? channel : input)]
                                * Weight[(((((ky * Window.Width) + kx) * Window.Inputs) + input) * Channels) + channel];
                }

            return sum;
        }

        private static float[] Whole(int count, int seed)
        {
            var random = new Random(seed);
            return [.. Enumerable.Range(0, count).Select(_ => (float)random.Next(-9, 10))];
        }
    }

    private sealed record Window(
        int Height, int Width, int Inputs, int StrideHeight, int StrideWidth, int DilationHeight = 1, int DilationWidth = 1);
}
