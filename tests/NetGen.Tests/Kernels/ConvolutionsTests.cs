using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>
/// Direct convolutions beside the sums of the formula, at every width: strides, dilations, groups, zeros that are not in memory, pools.
/// </summary>
public class ConvolutionsTests
{
    /// <summary>Stands where nothing may be written.</summary>
    private const float Untouched = -7777;

    private const double Tolerance = 1e-4;

    private static readonly Problem Plain = new() { Height = 7, Width = 11, Window = (3, 3) };

    /// <summary>Every number of vectors and pixels of the tiles, with channels of the image that fill its pixels and that do not.</summary>
    [Theory]
    [InlineData(1, 8)]
    [InlineData(3, 16)]
    [InlineData(4, 32)]
    [InlineData(8, 64)]
    [InlineData(5, 112)]
    public void Channels_at_every_width(int inputs, int outputs)
    {
        foreach (int width in (int[])[3, 4, 5, 8, 9, 10, 12, 13, 21])
            AtEveryWidth(Plain with { Height = 4, Width = width, Inputs = inputs, Outputs = outputs });
    }

    [Theory]
    [InlineData(1, 2, 1, 1)]
    [InlineData(2, 1, 1, 2)]
    [InlineData(3, 2, 2, 3)]
    public void Strides_and_dilations(int strideHeight, int strideWidth, int dilationHeight, int dilationWidth)
    {
        foreach (int inputs in (int[])[1, 4, 6])
            AtEveryWidth(
                Plain with
                {
                    Height = 15, Width = 19, Inputs = inputs, Stride = (strideHeight, strideWidth),
                    Dilation = (dilationHeight, dilationWidth),
                });
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 2, 1)]
    [InlineData(4, 1, 2)]
    [InlineData(6, 2, 3)]
    public void Zeros_around_an_image_are_not_in_memory(int padding, int stride, int dilation)
    {
        foreach ((int height, int width) in ((int, int)[])[(5, 9), (8, 3), (2, 3), (13, 20)])
            AtEveryWidth(Plain with
            {
                Height = height, Width = width, Inputs = 8, Outputs = 32, Window = (3, 5), Stride = (stride, stride),
                Dilation = (dilation, 1), Padding = padding,
            });
    }

    [Theory]
    [InlineData(2, 3, 8)]
    [InlineData(3, 2, 16)]
    [InlineData(2, 4, 12)]
    [InlineData(5, 1, 3)]
    public void Groups_see_nothing_of_each_other(int groups, int inputs, int outputs) =>
        AtEveryWidth(Plain with { Groups = groups, Inputs = inputs * groups, Outputs = outputs * groups, Padding = 1 });

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(80)]
    public void Each_channel_by_itself(int channels)
    {
        foreach (int width in (int[])[3, 5, 8, 9, 10, 13])
            AtEveryWidth(
                Plain with
                {
                    Height = 4, Width = width, Inputs = channels, Outputs = channels, Groups = channels, IsDepthwise = true,
                    Padding = width % 2,
                });
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(2, 1)]
    [InlineData(1, 3)]
    [InlineData(3, 3)]
    public void Max_pools(int height, int width)
    {
        foreach (int outputs in (int[])[8, 32, 64, 112])
            foreach (int columns in (int[])[1, 3, 5])
                AtEveryWidth(Plain with
                {
                    Height = (3 * height) + 2, Width = (columns * width) + 2, Inputs = 3, Outputs = outputs, Pool = (height, width),
                });
    }

    [Fact]
    public void Max_pools_of_groups_and_of_each_channel()
    {
        AtEveryWidth(Plain with { Height = 8, Width = 12, Groups = 2, Inputs = 4, Outputs = 32, Pool = (2, 2) });
        AtEveryWidth(Plain with { Height = 8, Width = 12, Groups = 16, Inputs = 16, Outputs = 16, IsDepthwise = true, Pool = (2, 2) });
    }

    /// <summary>Of a prediction, whose samples are cut into rows, wherever the border of two threads lies.</summary>
    [Fact]
    public void Parts_of_samples_give_the_same()
    {
        foreach (int padding in (int[])[0, 1])
            AtEveryWidth(Plain with { Inputs = 8, Outputs = 48, Padding = padding, IsCut = true });
        AtEveryWidth(Plain with { Height = 8, Width = 12, Inputs = 8, Outputs = 48, Pool = (2, 2), IsCut = true });
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public void Lanes_of_samples_and_of_columns(int poolHeight, int poolWidth)
    {
        foreach (int inputs in (int[])[1, 3])
            for (int outputs = 1; outputs <= 10; outputs++)
                foreach (int columns in (int[])[1, 5, 19])
                    AtEveryWidth(Plain with
                    {
                        Height = (2 * poolHeight) + 2, Width = (columns * poolWidth) + 2, Inputs = inputs, Outputs = outputs,
                        Pool = (poolHeight, poolWidth), HasBatchLanes = true,
                    });
        AtEveryWidth(Plain with { Height = 9, Width = 13, Inputs = 4, Outputs = 6, Stride = (2, 2), HasBatchLanes = true });
        AtEveryWidth(Plain with { Height = 9, Width = 13, Inputs = 2, Outputs = 6, Dilation = (2, 3), HasBatchLanes = true });
    }

    private static void AtEveryWidth(Problem problem)
    {
        EveryWidth.Run(Run<SimdScalar, float>, problem);
    }

    private static void Run<S, V>(Problem problem)
        where S : ISimd<V>
        where V : struct
    {
        if (!problem.HasBatchLanes && problem.LanesDivide % S.Lanes != 0)
            return;
        problem.Check<S, V, Unchanged<V>>(default, value => value);
        problem.Check<S, V, LongEpilogue<S, V>>(default, value => (2 * value) + 1);
    }

    private readonly struct LongEpilogue<S, V> : IEpilogue<V>
        where S : ISimd<V>
        where V : struct
    {
        public static bool IsLong => true;

        public V Apply(V value, nint row, nint column) => S.MultiplyAdd(S.Create(2), value, S.One);

        public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
        {
        }
    }

    private sealed record Problem
    {
        public int Height { get; init; }

        public int Width { get; init; }

        public int Inputs { get; init; } = 3;

        public int Outputs { get; init; } = 16;

        public (int Height, int Width) Window { get; init; }

        public (int Height, int Width) Stride { get; init; } = (1, 1);

        public (int Height, int Width) Dilation { get; init; } = (1, 1);

        public (int Height, int Width) Pool { get; init; } = (1, 1);

        public int Groups { get; init; } = 1;

        public int Padding { get; init; }

        public bool IsDepthwise { get; init; }

        public bool IsCut { get; init; }

        public bool HasBatchLanes { get; init; }

        public int LanesDivide => IsDepthwise || Groups == 1 ? OutputStride : Outputs / Groups;

        private int OutputStride => Padded(Outputs);

        private int ImageStride => HasBatchLanes || Inputs == 1 ? Inputs : Padded(Inputs);

        private int ConvolvedHeight => ((Height + (2 * Padding) - (Dilation.Height * (Window.Height - 1)) - 1) / Stride.Height) + 1;

        private int ConvolvedWidth => ((Width + (2 * Padding) - (Dilation.Width * (Window.Width - 1)) - 1) / Stride.Width) + 1;

        private int OutputHeight => ConvolvedHeight / Pool.Height;

        private int OutputWidth => ConvolvedWidth / Pool.Width;

        private int InputsOfGroup => Inputs / Groups;

        public void Check<S, V, E>(E epilogue, Func<double, double> follows)
            where S : ISimd<V>
            where V : struct
            where E : struct, IEpilogue<V>
        {
            int samples = HasBatchLanes ? 2 * S.Lanes : 2;
            var random = new Random(7);
            int imageSample = (Height * Width * ImageStride) + 3, outputSample = (OutputHeight * OutputWidth * OutputStride) + 5;
            float[] image = Numbers(samples * imageSample), weight = Numbers(Window.Height * Window.Width * InputsOfGroup * OutputStride);
            float[] output = [.. Enumerable.Repeat(Untouched, samples * outputSample)],
                argmax = [.. Enumerable.Repeat(Untouched, samples * outputSample)];
            var window = new ConvolutionWindow(
                Window.Height, Window.Width, InputsOfGroup, Stride.Height, Stride.Width, Dilation.Height, Dilation.Width,
                IsDepthwise ? 1 : Groups);
            var source = new ImageBatch(ref image[0], imageSample, Height, Width, ImageStride, Padding, Padding);
            var target = new ImageBatch(ref output[0], outputSample, OutputHeight, OutputWidth, OutputStride);
            bool isPooled = Pool != (1, 1);
            int parts = IsCut ? OutputHeight : 1, items = samples * parts, border = IsCut ? (items / 2) + 1 : 1;
            if (HasBatchLanes)
            {
                BatchLaneConvolutions.Convolve<S, V, E>(
                    in source, in window, ref weight[0], Pool.Height, Pool.Width, in target, Outputs,
                    ref isPooled ? ref argmax[0] : ref Unsafe.NullRef<float>(), 0, samples, in epilogue);
                float[] byColumns = [.. Enumerable.Repeat(Untouched, output.Length)],
                    argmaxByColumns = [.. Enumerable.Repeat(Untouched, output.Length)];
                for (int sample = 0; sample < samples; sample++)
                    BatchLaneConvolutions.Convolve<S, V, E>(
                        in source, in window, ref weight[0], Pool.Height, Pool.Width,
                        new ImageBatch(ref byColumns[0], outputSample, OutputHeight, OutputWidth, OutputStride), Outputs,
                        ref isPooled ? ref argmaxByColumns[0] : ref Unsafe.NullRef<float>(), sample, sample + 1, in epilogue);
                Assert.Equal(output, byColumns);
                Assert.Equal(argmax, argmaxByColumns);
            }
            else
            {
                foreach ((int begin, int end) in ((int, int)[])[(0, border), (border, items)])
                    if (IsDepthwise && isPooled)
                        Convolutions.DepthwiseAndPool<S, V, E>(
                            in source, in window, ref weight[0], Pool.Height, Pool.Width, in target, Outputs, ref argmax[0], parts, true,
                            begin, end, in epilogue);
                    else if (IsDepthwise)
                        Convolutions.Depthwise<S, V, E>(
                            in source, in window, ref weight[0], in target, Outputs, parts, true, begin, end, in epilogue);
                    else if (isPooled)
                        Convolutions.DirectAndPool<S, V, E>(
                            in source, in window, ref weight[0], Pool.Height, Pool.Width, in target, Outputs, ref argmax[0], parts, true,
                            begin, end, in epilogue);
                    else
                        Convolutions.Direct<S, V, E>(
                            in source, in window, ref weight[0], in target, Outputs, parts, true, begin, end, in epilogue);
            }

            for (int sample = 0; sample < samples; sample++)
            {
                for (int y = 0; y < OutputHeight; y++)
                    for (int x = 0; x < OutputWidth; x++)
                        for (int channel = 0; channel < Outputs; channel++)
                        {
                            int place = (sample * outputSample) + (((y * OutputWidth) + x) * OutputStride) + channel;
                            double[] sums = [.. Enumerable.Range(0, Pool.Height * Pool.Width).Select(tap =>
                                Sum((y * Pool.Height) + (tap / Pool.Width), (x * Pool.Width) + (tap % Pool.Width), channel))];
                            int largest = Array.IndexOf(sums, sums.Max());
                            if (!(Math.Abs(follows(sums[largest]) - output[place]) < Tolerance))
                                Assert.Fail(
                                    $"{this}, {typeof(S).Name}: {follows(sums[largest])} at {sample}, {y}, {x}, "
                                    + $"{channel}, not {output[place]}");
                            if (isPooled)
                                if (!(Math.Abs(sums[(int)argmax[place]] - sums[largest]) < Tolerance))
                                    Assert.Fail($"{this}, {typeof(S).Name}: argmax {argmax[place]}, not {largest}");
                        }

                Assert.All(output.Skip((sample + 1) * outputSample - 5).Take(5), value => Assert.Equal(Untouched, value));

                double Sum(int y, int x, int channel)
                {
                    double sum = 0;
                    int group = channel / (Outputs / Groups);
                    for (int ky = 0; ky < Window.Height; ky++)
                        for (int kx = 0; kx < Window.Width; kx++)
                        {
                            int row = (y * Stride.Height) + (ky * Dilation.Height) - Padding,
                                column = (x * Stride.Width) + (kx * Dilation.Width) - Padding;
                            if (row < 0 || row >= Height || column < 0 || column >= Width)
                                continue;
                            for (int c = 0; c < InputsOfGroup; c++)
                            {
                                int pixel = (sample * imageSample) + (((row * Width) + column) * ImageStride);
                                int tap = ((ky * Window.Width) + kx) * InputsOfGroup;
                                sum += (double)image[pixel + (group * InputsOfGroup) + c] * weight[(tap + c) * OutputStride + channel];
                            }
                        }

                    return sum;
                }
            }

            float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() * 2) - 1))];
        }

        private static int Padded(int channels) => channels switch
        {
            <= 2 => channels,
            <= 4 => 4,
            <= 8 => 8,
            _ => (channels + 15) / 16 * 16,
        };
    }
}
