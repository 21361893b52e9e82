using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Direct convolutions, written once for all vector widths and for all that may follow in registers.</summary>
/// <remarks>
/// A sum runs over the window row by row, and at each place over the input channels. The order does not depend on the tile, the width or
/// the number of threads, so a result has the same bits. The README of this folder leads from the formula to the code.
/// </remarks>
[CLSCompliant(false)]
public static class Convolutions
{
    /// <summary>Floats of a result that a long epilogue follows at once: they stay in L2.</summary>
    private const int FloatsOfEpilogue = 1 << 14;

    /// <summary>
    /// Computes output[y, x, o] = epilogue(Σ image[y·stride + i·dilation, x·stride + j·dilation, c] ·
    /// weight[i, j, c, o]) for the work items [begin, end).
    /// </summary>
    /// <typeparam name="S">The vector width; its lanes divide the output's channels, or those of a group.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="E">What follows the sums. Its rows are the pixels of the batch.</typeparam>
    /// <param name="image">What is convolved.</param>
    /// <param name="window">The window.</param>
    /// <param name="weight">The first float of the weight, [rows, columns, input channels of a group, channels of the output].</param>
    /// <param name="output">Gets the result.</param>
    /// <param name="outputs">Its channels, without padding where the lanes divide them.</param>
    /// <param name="parts">Work items of a sample: 1, or the rows of the output.</param>
    /// <param name="prefetches">Whether the images are too large to be in the cache.</param>
    /// <param name="begin">The first work item.</param>
    /// <param name="end">The work item after the last.</param>
    /// <param name="epilogue">What follows the sums.</param>
    public static void Direct<S, V, E>(
        scoped in ImageBatch image, scoped in ConvolutionWindow window, ref float weight, scoped in ImageBatch output, int outputs,
        int parts, bool prefetches, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct =>
        Samples<S, V, E, AllChannels>(in image, in window, ref weight, in output, outputs, parts, prefetches, begin, end, in epilogue);

    /// <summary>The same where each channel is convolved by itself: output[y, x, c] = epilogue(Σ image[…, c] · weight[i, j, c]).</summary>
    /// <param name="weight">The first float of the weight, [rows, columns, 1, channels].</param>
    /// <inheritdoc cref="Direct"/>
    public static void Depthwise<S, V, E>(
        scoped in ImageBatch image, scoped in ConvolutionWindow window, ref float weight, scoped in ImageBatch output, int outputs,
        int parts, bool prefetches, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct =>
        Samples<S, V, E, EachChannel>(in image, in window, ref weight, in output, outputs, parts, prefetches, begin, end, in epilogue);

    /// <summary>output = epilogue(max-pool(image ∗ weight)). The zeros around the image, if any, are in memory.</summary>
    /// <param name="poolHeight">Rows of the pool's window, which is also its stride.</param>
    /// <param name="poolWidth">Columns of the pool's window.</param>
    /// <param name="argmax">
    /// Gets, for each element of the result, the position of the maximum in its window, counted row by
    /// row. A null reference where no one needs it.
    /// </param>
    /// <inheritdoc cref="Direct"/>
    public static void DirectAndPool<S, V, E>(
        scoped in ImageBatch image, scoped in ConvolutionWindow window, ref float weight, int poolHeight, int poolWidth,
        scoped in ImageBatch output, int outputs, ref float argmax,
        int parts, bool prefetches, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct =>
        PooledSamples<S, V, E, AllChannels>(
            in image, in window, ref weight, poolHeight, poolWidth,
            in output, outputs, ref argmax, parts, prefetches, begin, end, in epilogue);

    /// <summary>The same where each channel is convolved by itself.</summary>
    /// <param name="weight">The first float of the weight, [rows, columns, 1, channels].</param>
    /// <inheritdoc cref="DirectAndPool"/>
    public static void DepthwiseAndPool<S, V, E>(
        scoped in ImageBatch image, scoped in ConvolutionWindow window, ref float weight, int poolHeight, int poolWidth,
        scoped in ImageBatch output, int outputs, ref float argmax,
        int parts, bool prefetches, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct =>
        PooledSamples<S, V, E, EachChannel>(
            in image, in window, ref weight, poolHeight, poolWidth,
            in output, outputs, ref argmax, parts, prefetches, begin, end, in epilogue);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Samples<S, V, E, TProducts>(
        scoped in ImageBatch image, scoped in ConvolutionWindow window, ref float weight, scoped in ImageBatch output, int outputs,
        int parts, bool prefetches, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TProducts : struct, IProducts
    {
        int tableRoom = AlignedBlock.RoundUp(ConvolutionTaps.Room(in window));
        int weightRoom = ConvolutionWeight.Room<S, V, TProducts>(
            in window, output.Channels, (long)(end - begin) * output.Height * output.Width / parts);
        ref float scratch = ref ThreadScratch.Floats(tableRoom + weightRoom);
        ref int table = ref Unsafe.As<float, int>(ref scratch);
        ConvolutionWeight tileWeight = weightRoom == 0
            ? ConvolutionWeight.InPlace(ref weight, output.Channels)
            : ConvolutionWeight.Packed<S, V>(ref weight, in window, output.Channels, ref Unsafe.Add(ref scratch, tableRoom));
        int rowsAtOnce = E.IsLong ? Math.Max(1, FloatsOfEpilogue / (output.Width * output.Channels)) : output.Height;
        for (int sample = begin / parts; sample * parts < end; sample++)
        {
            (int row, int endRow) = RowsOf(sample, parts, output.Height, begin, end);
            for (; row < endRow; row += rowsAtOnce)
            {
                var rows = new ConvolutionRows(sample, row, Math.Min(endRow, row + rowsAtOnce), prefetches);
                if (!E.IsLong)
                {
                    rows.Convolve<S, V, E, TProducts>(in image, in window, in tileWeight, in output, outputs, ref table, in epilogue);
                    continue;
                }

                rows.Convolve<S, V, Unchanged<V>, TProducts>(in image, in window, in tileWeight, in output, outputs, ref table, default);
                rows.Finish<S, V, E>(in output, in epilogue);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void PooledSamples<S, V, E, TProducts>(
        scoped in ImageBatch image, scoped in ConvolutionWindow window, ref float weight, int poolHeight, int poolWidth,
        scoped in ImageBatch output, int outputs, ref float argmax,
        int parts, bool prefetches, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
        where TProducts : struct, IProducts
    {
        bool isByTwo = !TProducts.IsDepthwise && window.Groups == 1 && poolHeight == 2 && poolWidth == 2;
        int tableRoom = AlignedBlock.RoundUp(ConvolutionTaps.Room(in window));
        int weightRoom = ConvolutionWeight.Room<S, V, TProducts>(
            in window, output.Channels, (long)(end - begin) * output.Height * output.Width * poolHeight * poolWidth / parts);
        int pixels = isByTwo ? 0 : poolHeight * poolWidth * output.Width * output.Channels;
        ref float scratch = ref ThreadScratch.Floats(tableRoom + weightRoom + pixels);
        ref int table = ref Unsafe.As<float, int>(ref scratch);
        ref float convolved = ref Unsafe.Add(ref scratch, tableRoom + weightRoom);
        ConvolutionWeight tileWeight = weightRoom == 0
            ? ConvolutionWeight.InPlace(ref weight, output.Channels)
            : ConvolutionWeight.Packed<S, V>(ref weight, in window, output.Channels, ref Unsafe.Add(ref scratch, tableRoom));
        int rowsAtOnce = E.IsLong ? Math.Max(1, FloatsOfEpilogue / (output.Width * output.Channels)) : output.Height;
        for (int sample = begin / parts; sample * parts < end; sample++)
        {
            (int row, int endRow) = RowsOf(sample, parts, output.Height, begin, end);
            for (; row < endRow; row += rowsAtOnce)
            {
                var rows = new ConvolutionRows(sample, row, Math.Min(endRow, row + rowsAtOnce), prefetches);
                if (isByTwo && E.IsLong)
                    rows.ConvolveAndPoolByTwo<S, V, Unchanged<V>>(
                        in image, in window, in tileWeight, in output, ref argmax, ref table, default);
                else if (isByTwo)
                    rows.ConvolveAndPoolByTwo<S, V, E>(in image, in window, in tileWeight, in output, ref argmax, ref table, in epilogue);
                else
                    rows.ConvolveAndPool<S, V, TProducts>(
                        in image, in window, in tileWeight, poolHeight, poolWidth,
                        in output, outputs, ref argmax, ref table, ref convolved);
                if (!isByTwo || E.IsLong)
                    rows.Finish<S, V, E>(in output, in epilogue);
            }
        }
    }

    /// <summary>The rows of a sample that are among the work items.</summary>
    private static (int First, int End) RowsOf(int sample, int parts, int height, int begin, int end) =>
        parts == 1 ? (0, height) : (Math.Max(0, begin - (sample * parts)), Math.Min(parts, end - (sample * parts)));
}
