using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// Gradients with respect to a convolution's image where a max-pool follows the convolution, written
/// once for all vector widths and epilogues.
/// </summary>
/// <remarks>The README of this folder leads from the formula to the code.</remarks>
[CLSCompliant(false)]
public static partial class SparseInputGradients
{
    /// <summary>Input channels of a block of the weight, at most.</summary>
    private const int ChannelsOfBlock = 16;

    /// <summary>
    /// Computes gradient[y·stride + i·dilation, x·stride + j, c] =
    /// epilogue(Σ over the argmax positions (y, x) that reach the pixel of outputGradient[y, x, o] · weight[o, i, j, c])
    /// for the samples [begin, end).
    /// </summary>
    /// <typeparam name="S">The vector width; its lanes divide the gradient's channels.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="E">What follows the sums. Its rows are the pixels of the batch.</typeparam>
    /// <param name="outputGradient">The gradient of the pool's result.</param>
    /// <param name="outputs">Its channels, without padding.</param>
    /// <param name="weight">
    /// The first float of the weight, [blocks of up to 16 input channels, outputs, rows, columns, channels of a block].
    /// </param>
    /// <param name="window">The convolution's window; its columns are not dilated.</param>
    /// <param name="gradient">Gets the gradient by the image, with its zeros.</param>
    /// <param name="rowsAtOnce">Rows of the pool's windows that are marked together.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    /// <param name="epilogue">What follows the sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void OfConvolution<S, V, E>(
        scoped in SparseGradient outputGradient, int outputs, ref float weight,
        scoped in ConvolutionWindow window, scoped in ImageBatch gradient,
        int rowsAtOnce, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        int channels = outputGradient.Channels, width = outputGradient.Width, block = Math.Min(ChannelsOfBlock, gradient.Channels);
        int row = gradient.Width * gradient.Channels;
        int positions = outputGradient.PoolHeight * outputGradient.PoolWidth, words = ArgmaxMarks.Words(outputs);
        int rowStride = outputGradient.PoolHeight * window.StrideHeight * row;
        ref ulong marks = ref Unsafe.As<float, ulong>(ref ThreadScratch.Floats(2 * rowsAtOnce * width * words * positions));
        for (int sample = begin; sample < end; sample++)
        {
            ref float image = ref Unsafe.Add(ref gradient.First, (nint)sample * gradient.SampleStride);
            MemoryMarshal.CreateSpan(ref image, gradient.Height * row).Clear();
            for (int first = 0; first < outputGradient.Height; first += rowsAtOnce)
            {
                int rows = Math.Min(rowsAtOnce, outputGradient.Height - first);
                nint start = ((nint)sample * outputGradient.SampleStride) + (first * width * channels);
                ref float gradients = ref Unsafe.Add(ref outputGradient.Gradient, start);
                ArgmaxMarks.Fill(
                    ref gradients, ref Unsafe.Add(ref outputGradient.Argmax, start), channels, rows * width, outputs, positions, ref marks);
                var windows = new MarkedWindows(ref gradients, ref marks, rows, width, channels, words, positions)
                {
                    RowStride = rowStride,
                    ColumnStride = outputGradient.PoolWidth * window.StrideWidth * gradient.Channels,
                    PixelRow = window.DilationHeight * row,
                    Pixel = gradient.Channels,
                    WeightOutput = window.Height * window.Width * block,
                    WeightRow = window.Width * block,
                    WeightColumn = block,
                };
                ref float pixels = ref Unsafe.Add(ref image, first * rowStride);
                if (block == S.Lanes)
                    Sums<S, V, BlockOfOneVector>(in windows, in window, in outputGradient, outputs, ref pixels, row, ref weight);
                else
                    Sums<S, V, BlockOfVectors>(in windows, in window, in outputGradient, outputs, ref pixels, row, ref weight);
            }

            if (typeof(E) == typeof(Unchanged<V>))
                continue;
            nint pixel = (nint)sample * gradient.Height * gradient.Width, endPixel = pixel + (gradient.Height * gradient.Width);
            if (window.Inputs <= S.Lanes)
                FinishVectors<S, V, E>(ref image, gradient.Channels, pixel, endPixel, in epilogue);
            else
                Finish<S, V, E>(ref image, gradient.Channels, window.Inputs, pixel, endPixel, in epilogue);
        }
    }

    /// <summary>All that some rows of windows add to the image, a vector of its channels after the other.</summary>
    private static void Sums<S, V, TBlock>(
        scoped in MarkedWindows windows, scoped in ConvolutionWindow window, scoped in SparseGradient outputGradient, int outputs,
        ref float image, int imageRow, ref float weight)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        bool isPlain = window is { StrideHeight: 1, StrideWidth: 1, DilationHeight: 1 };
        bool isJoint = isPlain && outputGradient is { PoolHeight: 2, PoolWidth: 2 };
        bool isWhole = isPlain && outputGradient is { PoolHeight: 3, PoolWidth: 3 } && window is { Height: 3, Width: 3 }
            && SparseTile.MostSums<S, V>() >= 5 * 5;
        for (int channel = 0; channel < window.Inputs; channel += S.Lanes)
        {
            ref float pixels = ref Unsafe.Add(ref image, channel);
            ref float weights = ref Unsafe.Add(
                ref weight, ((nint)(channel / ChannelsOfBlock) * outputs * windows.WeightOutput) + (channel % ChannelsOfBlock));
            if (isWhole)
            {
                Pool3Strip3x3<S, V, TBlock>(in windows, ref pixels, ref weights);
                continue;
            }

            if (isJoint)
            {
                Tiles<S, V, TBlock>(in windows, in window, ref pixels, ref weights, isJoint, position: 0);
                continue;
            }

            for (int position = 0; position < windows.Positions; position++)
            {
                int y = position / outputGradient.PoolWidth, x = position % outputGradient.PoolWidth;
                Tiles<S, V, TBlock>(
                    in windows, in window,
                    ref Unsafe.Add(ref pixels, (y * window.StrideHeight * imageRow) + (x * window.StrideWidth * windows.Pixel)),
                    ref weights, isJoint, position);
            }
        }
    }

    /// <summary>The convolution's window, a register tile after the other.</summary>
    private static void Tiles<S, V, TBlock>(
        scoped in MarkedWindows windows, scoped in ConvolutionWindow window, ref float pixels, ref float weight, bool isJoint, int position)
        where S : ISimd<V>
        where V : struct
        where TBlock : struct, IWeightBlock
    {
        for (int column = 0, columns; column < window.Width; column += columns)
        {
            columns = SparseTile.Part(window.Width - column, MostColumns);
            int most = isJoint ? (SparseTile.MostSums<S, V>() / (columns + 1)) - 1 : SparseTile.MostSums<S, V>() / columns;
            for (int row = 0, rows; row < window.Height; row += rows)
            {
                rows = SparseTile.Part(window.Height - row, Math.Min(MostRows, most));
                ref float firstPixel = ref Unsafe.Add(ref pixels, (row * windows.PixelRow) + (column * windows.Pixel));
                ref float firstWeight = ref Unsafe.Add(ref weight, (row * windows.WeightRow) + (column * windows.WeightColumn));
                if (isJoint)
                    Pool2Strip<S, V, TBlock>(rows, columns, in windows, ref firstPixel, ref firstWeight);
                else
                    Strip<S, V, TBlock>(rows, columns, in windows, ref firstPixel, ref firstWeight, position);
            }
        }
    }

    /// <summary>The epilogue, while the sample is in the cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Finish<S, V, E>(ref float image, int stride, int channels, nint row, nint endRow, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        E finish = epilogue;
        for (; row < endRow; row++)
        {
            for (int channel = 0; channel < channels; channel += S.Lanes)
                S.Store(finish.Apply(S.Load(ref Unsafe.Add(ref image, channel)), row, channel), ref Unsafe.Add(ref image, channel));
            image = ref Unsafe.Add(ref image, stride);
        }
    }

    /// <summary>The same where a pixel is one vector: a loop for it would cost as much as the epilogue.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void FinishVectors<S, V, E>(ref float image, int stride, nint row, nint endRow, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        E finish = epilogue;
        for (; row < endRow; row++)
        {
            S.Store(finish.Apply(S.Load(ref image), row, 0), ref image);
            image = ref Unsafe.Add(ref image, stride);
        }
    }
}
