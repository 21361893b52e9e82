using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Gradients of a convolution's weight where a max-pool follows the convolution, written once for all vector widths.</summary>
/// <remarks>
/// One thread sums each element over the argmax positions of its output channel, in their order. The README of this
/// folder leads from the formula to the code.
/// </remarks>
[CLSCompliant(false)]
public static partial class SparseWeightGradients
{
    /// <summary>Output channels whose gradients are transposed and listed at a time.</summary>
    private const int OutputsOfBlock = 16;

    /// <summary>Channels are transposed in squares of so many.</summary>
    private const int TransposedUnit = 8;

    /// <summary>
    /// Computes gradient[o, i, j·channels + c] = Σ over the samples and argmax positions (y, x) of
    /// outputGradient[y, x, o] · image[y·stride + i·dilation, x·stride + j, c]
    /// for o in [begin, end).
    /// </summary>
    /// <typeparam name="S">The vector width; its lanes divide <paramref name="stride"/>.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <param name="image">What was convolved, with its zeros in memory. Whole vectors are read from a row of the window on.</param>
    /// <param name="window">The convolution's window; its columns are not dilated.</param>
    /// <param name="outputGradient">The gradient of the pool's result, by output channels.</param>
    /// <param name="gradient">
    /// The first float of the gradient, [output channels, rows of the window, <paramref name="stride"/>]. What lies
    /// behind the columns of a vector is undefined.
    /// </param>
    /// <param name="stride">Floats from one row of an output channel's window to the next.</param>
    /// <param name="samples">Images in the batch.</param>
    /// <param name="rowsAtOnce">Rows of the pool's windows that are listed together: what they see of the image should stay in L1.</param>
    /// <param name="begin">The first output channel.</param>
    /// <param name="end">The output channel after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void OfConvolution<S, V>(
        scoped in ImageBatch image, scoped in ConvolutionWindow window,
        scoped in SparseGradient outputGradient, ref float gradient, int stride,
        int samples, int rowsAtOnce, int begin, int end)
        where S : ISimd<V>
        where V : struct
    {
        int channels = outputGradient.Channels, width = outputGradient.Width;
        int room = ((rowsAtOnce * width) + ArgmaxPositions.Unit - 1) & -ArgmaxPositions.Unit;
        int row = window.StrideHeight * image.Width * image.Channels, column = window.StrideWidth * image.Channels;
        ref float values = ref ThreadScratch.Floats((((2 * OutputsOfBlock) + 1) * room) + OutputsOfBlock);
        ref float argmax = ref Unsafe.Add(ref values, OutputsOfBlock * room);
        ref int windows = ref Unsafe.As<float, int>(ref Unsafe.Add(ref argmax, OutputsOfBlock * room));
        ref int counts = ref Unsafe.Add(ref windows, room);
        ArgmaxPositions.Windows(ref windows, rowsAtOnce, width, outputGradient.PoolHeight * row, outputGradient.PoolWidth * column);
        for (int sample = 0; sample < samples; sample++)
            for (int first = 0; first < outputGradient.Height; first += rowsAtOnce)
            {
                int length = Math.Min(rowsAtOnce, outputGradient.Height - first) * width;
                nint start = ((nint)sample * outputGradient.SampleStride) + (first * width * channels);
                ref float pixels = ref Unsafe.Add(
                    ref image.First, ((nint)sample * image.SampleStride) + (first * outputGradient.PoolHeight * row));
                for (int output = begin; output < end; output += OutputsOfBlock)
                {
                    // Whole squares are transposed, with channels that are only padding.
                    int outputs = Math.Min(OutputsOfBlock, end - output);
                    int transposed = Math.Min((outputs + TransposedUnit - 1) & -TransposedUnit, channels - output);
                    Panel.Transpose(
                        ref Unsafe.Add(ref outputGradient.Gradient, start + output), channels, length, transposed, ref values, room);
                    Panel.Transpose(
                        ref Unsafe.Add(ref outputGradient.Argmax, start + output), channels, length, transposed, ref argmax, room);
                    for (int i = 0; i < outputs; i++)
                        Unsafe.Add(ref counts, i) = ArgmaxPositions.List(
                            ref Unsafe.Add(ref values, i * room), ref Unsafe.Add(ref argmax, i * room),
                            ref windows, length, outputGradient.PoolWidth, row, column);
                    Sums<S, V>(
                        in image, in window, ref pixels, new(ref values, ref Unsafe.As<float, int>(ref argmax), ref counts, room, outputs),
                        ref Unsafe.Add(ref gradient, (nint)output * window.Height * stride), stride, adds: sample > 0 || first > 0);
                }
            }
    }

    /// <summary>The sums of some output channels, a register tile of the window after the other.</summary>
    private static void Sums<S, V>(
        scoped in ImageBatch image, scoped in ConvolutionWindow window, ref float pixels,
        scoped in ArgmaxLists lists, ref float gradient, int stride, bool adds)
        where S : ISimd<V>
        where V : struct
    {
        int imageRow = window.DilationHeight * image.Width * image.Channels;
        int vectors = ((window.Width * image.Channels) + S.Lanes - 1) / S.Lanes;
        for (int vector = 0, next; vector < vectors; vector = next)
        {
            next = vector + VectorsOf<S, V>(vectors - vector);
            for (int row = 0, rows; row < window.Height; row += rows)
            {
                rows = RowsOf(SparseTile.MostSums<S, V>() / (next - vector), window.Height - row);
                Strip<S, V>(
                    rows, next - vector, ref Unsafe.Add(ref pixels, (row * imageRow) + (vector * S.Lanes)), imageRow, in lists,
                    ref Unsafe.Add(ref gradient, (row * stride) + (vector * S.Lanes)), window.Height * stride, stride, adds);
            }
        }
    }

    /// <summary>Vectors of a row that a tile has. With few registers a row of twelve fills them.</summary>
    private static int VectorsOf<S, V>(int left)
        where S : ISimd<V>
        where V : struct =>
        SparseTile.MostSums<S, V>() < 24 && left % 12 == 0 ? 12 : SparseTile.Part(left, 6);

    /// <summary>Rows of a tile: 5, 3, 2 or 1, so that few tiles follow and none is needlessly low.</summary>
    private static int RowsOf(int most, int left) =>
        most >= 5 && left >= 5 && left != 6 ? 5
        : most >= 3 && left >= 3 && left != 4 ? 3
        : most >= 2 && left >= 2 ? 2
        : 1;
}
